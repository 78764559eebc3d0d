import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apportion, roundedShare } from './apportion.ts';

describe('apportion', () => {
  it.each([
    [100, [92, 5, 0, 0, 2, 1], [92, 5, 0, 0, 2, 1]],
    [33, [92, 5, 2, 1], [30, 2, 1, 0]],
    [15, [660, 495, 340], [7, 5, 3]],
    [2, [1, 1, 1], [1, 1, 0]],
  ])('deals %i by %j', (total, weights, parts) => {
    expect(apportion(total, weights)).toEqual(parts);
  });

  it('sums to the total and stays within one of the exact share', () => {
    fc.assert(
      fc.property(
        fc.nat(5_000),
        fc.array(fc.integer({ min: 1, max: 1_000 }), { minLength: 1 }),
        (total, weights) => {
          const parts = apportion(total, weights);
          const sum = weights.reduce((left, right) => left + right, 0);
          expect(parts.reduce((left, right) => left + right, 0)).toBe(total);
          for (const [index, part] of parts.entries()) {
            expect(Math.abs(part - (total * weights[index]!) / sum)).toBeLessThan(1);
          }
        },
      ),
    );
  });
});

describe('roundedShare', () => {
  it.each([
    [1, 2, 1],
    [49, 100, 0],
    [50, 100, 1],
    [2_400, 100, 24],
    [0, 7, 0],
  ])('%i / %i is about %i', (numerator, denominator, rounded) => {
    expect(roundedShare(numerator, denominator)).toBe(rounded);
  });
});
