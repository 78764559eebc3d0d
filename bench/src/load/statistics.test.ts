import { describe, expect, it } from 'vitest';
import { median, percentile } from './statistics.ts';

describe('median', () => {
  it('is the middle one, or lies between the middle two', () => {
    expect(median([5, 1, 3])).toBe(3);
    expect(median([10, 1, 2, 4])).toBe(3);
    expect(median([])).toBeNaN();
  });
});

describe('percentile', () => {
  const values = Array.from({ length: 200 }, (_, index) => 200 - index);

  it('counts from the smallest', () => {
    expect([50, 99, 100].map((percent) => percentile(values, percent))).toEqual([100, 198, 200]);
  });

  it('of one value is that value, of none nothing', () => {
    expect(percentile([7], 1)).toBe(7);
    expect(percentile([], 99)).toBeNaN();
  });
});
