import { describe, expect, it } from 'vitest';
import { TOPICS } from '../features/help/manual-topics.ts';
import { helpPathOf } from './help-topic.ts';

describe('the topic of a screen', () => {
  it('is that of what the screen is about', () => {
    expect(helpPathOf('/game/map')).toBe('/help/movement');
    expect(helpPathOf('/game/station/0a1b')).toBe('/help/trading');
    expect(helpPathOf('/game/station/0a1b/services')).toBe('/help/counters');
    expect(helpPathOf('/game/station/0a1b/shipyard')).toBe('/help/ships');
    expect(helpPathOf('/game/station/0a1b/jobs')).toBe('/help/jobs');
    expect(helpPathOf('/game')).toBe('/help');
    expect(helpPathOf('/game/log')).toBe('/help/log');
  });

  it('is one the manual has', () => {
    const screens = [
      'map',
      'sector',
      'markets',
      'station',
      'station/0a1b/bank',
      'ship',
      'missions',
      'rankings',
      'comms',
      'log',
      'settings',
    ];
    for (const screen of screens)
      expect(TOPICS).toContain(helpPathOf(`/game/${screen}`).slice('/help/'.length));
  });
});
