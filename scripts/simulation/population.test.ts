import { describe, expect, it } from 'vitest';
import { mixedPopulation, swarmOf } from './population.ts';

describe('mixedPopulation', () => {
  it.each([1, 4, 5, 6, 12, 100, 2_000])('%i players are as many in sum', (players) => {
    const counts = Object.values(mixedPopulation(players));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(players);
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(0);
  });

  it('has everybody where there is room', () => {
    expect(mixedPopulation(100)).toEqual({
      rule_trader: 35,
      explorer: 8,
      optimiser: 5,
      hoarder: 5,
      screen_trader: 47,
    });
    expect(swarmOf(100)).toBe(4);
    expect(swarmOf(1)).toBe(1);
  });
});
