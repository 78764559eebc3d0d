import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pointAt, ringOf } from './ring-geometry.ts';
import { spreadBearings } from './ring-spread.ts';

const ring = ringOf(1064, 590);

describe('spreadBearings', () => {
  const gap = 46;
  const distances = (bearings: readonly number[]) => {
    const points = bearings.map((bearing) => pointAt(ring, bearing));
    return points.flatMap((a, index) => points.slice(index + 1).map((b) => Math.hypot(a.x - b.x, a.y - b.y)));
  };

  it('leaves bearings with room where they are', () => {
    expect(spreadBearings(ring, [285, 228, 192, 106, 40], gap)).toEqual([285, 228, 192, 106, 40]);
  });

  it('moves crowded ones apart and keeps their order', () => {
    const spread = spreadBearings(ring, [90, 91, 92, 93], gap);
    expect(Math.min(...distances(spread))).toBeGreaterThan(gap * 0.97);
    expect([...spread]).toEqual([...spread].sort((a, b) => a - b));
    expect((spread[0]! + spread[3]!) / 2).toBeCloseTo(91.5, 0);
  });

  it('separates equal bearings, also across north', () => {
    const spread = spreadBearings(ring, [0, 0, 359], gap);
    expect(Math.min(...distances(spread))).toBeGreaterThan(gap * 0.97);
  });

  it('gives a ring that is too small for all an even share', () => {
    const small = ringOf(200, 120);
    const spread = spreadBearings(
      small,
      Array.from({ length: 16 }, () => 45),
      gap,
    );
    expect(new Set(spread.map((bearing) => Math.round(bearing))).size).toBe(16);
  });

  it('keeps any twelve marks apart', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 359 }), { maxLength: 12 }), (bearings) => {
        const spread = spreadBearings(ring, bearings, gap);
        expect(spread).toHaveLength(bearings.length);
        for (const distance of distances(spread)) expect(distance).toBeGreaterThan(gap * 0.9);
      }),
      { seed: 217, numRuns: 200 },
    );
  });
});
