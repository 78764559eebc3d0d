import { describe, expect, it } from 'vitest';
import { addBuckets, quantile } from './histogram.ts';

const BOUNDS = [0.01, 0.1, 1];

describe('quantile', () => {
  it('says nothing of nothing', () => {
    expect(quantile(BOUNDS, [0, 0, 0, 0], 0.5)).toBeNull();
    expect(quantile(BOUNDS, [], 0.5)).toBeNull();
  });

  it('spreads measurements evenly within their bucket', () => {
    expect(quantile(BOUNDS, [0, 10, 0, 0], 0.5)).toBeCloseTo(0.055);
    expect(quantile(BOUNDS, [10, 0, 0, 0], 1)).toBeCloseTo(0.01);
    expect(quantile(BOUNDS, [90, 9, 1, 0], 0.95)).toBeCloseTo(0.06);
  });

  it('knows no more than the highest bound', () => {
    expect(quantile(BOUNDS, [1, 0, 0, 9], 0.99)).toBe(1);
  });
});

describe('addBuckets', () => {
  it('adds bound by bound', () => {
    expect(addBuckets([1, 2], [3, 4])).toEqual([4, 6]);
    expect(addBuckets([], [3, 4])).toEqual([3, 4]);
  });
});
