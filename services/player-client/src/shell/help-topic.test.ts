import { describe, expect, it } from 'vitest';
import { TOPICS } from '../features/help/manual-topics.ts';
import { helpPathOf } from './help-topic.ts';

describe('the topic of a screen', () => {
  it('is that of what the screen is about', () => {
    expect(helpPathOf('/game/map')).toBe('/help/movement');
    expect(helpPathOf('/game/station/0a1b')).toBe('/help/trading');
    expect(helpPathOf('/game/station/0a1b/services')).toBe('/help/stations');
    expect(helpPathOf('/game/station/0a1b/shipyard')).toBe('/help/ships');
    expect(helpPathOf('/game/station/0a1b/jobs')).toBe('/help/jobs');
    expect(helpPathOf('/game')).toBe('/help');
    expect(helpPathOf('/game/log')).toBe('/help');
  });

  it('is one the manual has', () => {
    for (const screen of ['map', 'sector', 'markets', 'station', 'ship', 'missions', 'rankings', 'settings'])
      expect(TOPICS).toContain(helpPathOf(`/game/${screen}`).slice('/help/'.length));
  });
});
