import { describe, expect, it } from 'vitest';
import { Simulation } from '../simulation.ts';
import { gini, median, priceIndex, weekOf } from './day-report.ts';

describe('measures', () => {
  it.each([
    [[], 0],
    [[0, 0], 0],
    [[5, 5, 5], 0],
    [[0, 0, 0, 8], 0.75],
    [[1, 3], 0.25],
  ])('gini of %j is %d', (values, expected) => {
    expect(gini(values)).toBeCloseTo(expected, 9);
  });

  it('median', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([])).toBe(0);
  });

  it('prices are 100 before anything was traded', () => {
    const { setting } = new Simulation({ seed: 'index', population: {} });
    expect(priceIndex(setting, setting.volume)).toBe(100);
  });

  it('prices are weighted by what was traded: a full ore seller is cheaper than the base price', () => {
    const { setting } = new Simulation({ seed: 'index', population: {} });
    const full = setting.world.markets.find(
      ({ row }) => row.commodity === 'ore' && row.direction === 'sells',
    );
    const volume = new Float64Array(setting.world.markets.length);
    if (full !== undefined) volume[full.index] = 10;
    expect(priceIndex(setting, volume)).toBeLessThan(90);
  });

  it('a week is what came since seven days ago', () => {
    const history = Array.from({ length: 9 }, (_, day) => Float64Array.of(day * 10));
    expect(weekOf(history, Float64Array.of(95))).toEqual(Float64Array.of(75));
    expect(weekOf([], Float64Array.of(95))).toEqual(Float64Array.of(95));
  });
});
