import { describe, expect, it } from 'vitest';
import { compassOf } from './compass.ts';
import { tradeSidesOf, tradeSidesOfChart } from './trade-sides.ts';

describe('trade codes', () => {
  it('are read letter by letter', () => {
    expect(tradeSidesOf('SSB-')).toEqual(['sells', 'sells', 'buys', null]);
    expect(tradeSidesOf('XXXX')).toEqual(['both', 'both', 'both', 'both']);
  });

  it('are read from the digits of the chart, ore first', () => {
    const digits = 2 * 64 + 2 * 16 + 1 * 4 + 0;
    expect(tradeSidesOfChart(digits)).toEqual(['sells', 'sells', 'buys', null]);
    expect(tradeSidesOfChart(-1)).toBeNull();
  });
});

describe('compass', () => {
  it('turns the bearing of the server into one with north at the top', () => {
    expect([0, 90, 180, 270].map(compassOf)).toEqual([90, 0, 270, 180]);
  });
});
