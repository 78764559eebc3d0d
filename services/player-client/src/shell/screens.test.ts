import { describe, expect, it } from 'vitest';
import { pathOf, SCREENS, screenAt } from './screens.ts';

describe('the screen an address belongs to', () => {
  it('is every screen where it is, docked or not', () => {
    for (const { id } of SCREENS) {
      expect(screenAt(pathOf(id, null))).toBe(id);
      expect(screenAt(pathOf(id, 'some-station'))).toBe(id);
    }
  });

  it.each([
    ['/game/markets', 'market'],
    ['/game/station/some/jobs', 'market'],
    ['/game/sector/12', 'map'],
    ['/game/ships/some/cargo', 'ship'],
    ['/help/trading', 'help'],
    ['/game/more', null],
    ['/game/nowhere', null],
  ])('%s belongs to %s', (pathname, screen) => {
    expect(screenAt(pathname)).toBe(screen);
  });
});
