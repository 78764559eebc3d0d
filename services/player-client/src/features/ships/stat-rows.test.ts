import { describe, expect, it } from 'vitest';
import { firstCandidates, toggleCandidate, verdictOf } from './stat-rows.ts';

describe('comparing ships', () => {
  it.each([
    [50, 100, false, 'better'],
    [50, 20, false, 'worse'],
    [3, 2, true, 'better'],
    [3, 4, true, 'worse'],
    [3, 3, true, 'same'],
  ] as const)('%i against %i, fewer better %s: %s', (own, other, isLessBetter, verdict) => {
    expect(verdictOf(own, other, isLessBetter)).toBe(verdict);
  });

  it('begins with the cheapest that are for sale, one’s own type left out', () => {
    const types = [
      { key: 'warp_jumper', price: 500_000n, net: null },
      { key: 'defender', price: 70_000n, net: 70_000n },
      { key: 'light_freighter', price: 10_000n, net: 10_000n },
      { key: 'scout_ship', price: 25_000n, net: 25_000n },
    ];
    expect(firstCandidates(types, 'light_freighter', 3)).toEqual(['scout_ship', 'defender']);
    expect(firstCandidates(types, null, 1)).toEqual(['light_freighter']);
  });

  it('keeps the newest candidates when there are too many', () => {
    expect(toggleCandidate(['a', 'b', 'c'], 'd', 3)).toEqual(['b', 'c', 'd']);
    expect(toggleCandidate(['a', 'b'], 'a', 3)).toEqual(['b']);
    expect(toggleCandidate(['a'], 'b', 1)).toEqual(['b']);
  });
});
