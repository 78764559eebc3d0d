import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Points } from './spatial-grid.ts';
import { distanceSquared, gridOf, roundedDistance } from './spatial-grid.ts';

const arbPoints = fc
  .array(
    fc.tuple(
      fc.integer({ min: -90, max: 90 }),
      fc.integer({ min: -90, max: 90 }),
      fc.integer({ min: -9, max: 9 }),
    ),
    {
      minLength: 1,
      maxLength: 40,
    },
  )
  .map(
    (places): Points => ({
      x: Int32Array.from(places, ([x]) => x),
      y: Int32Array.from(places, ([, y]) => y),
      z: Int32Array.from(places, ([, , z]) => z),
    }),
  );

describe('SpatialGrid', () => {
  it('finds the same neighbours as looking at every point', () => {
    fc.assert(
      fc.property(
        arbPoints,
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 60 }),
        (points, cell, radius) => {
          const grid = gridOf(points, points.x.keys(), cell);
          const expected = [...points.x.keys()].filter(
            (other) => other !== 0 && distanceSquared(points, 0, other) <= radius * radius,
          );
          expect(grid.around(0, radius).sort((left, right) => left - right)).toEqual(expected);
        },
      ),
    );
  });

  it('is free exactly where no point is nearer than the gap', () => {
    fc.assert(
      fc.property(arbPoints, fc.integer({ min: 1, max: 40 }), (points, gap) => {
        const grid = gridOf(points, [...points.x.keys()].slice(1), 14);
        const nearest = [...points.x.keys()].slice(1).map((other) => distanceSquared(points, 0, other));
        const isFree = nearest.every((squared) => squared >= gap * gap);
        expect(grid.isFree(points.x[0]!, points.y[0]!, points.z[0]!, gap)).toBe(isFree);
      }),
    );
  });
});

describe('roundedDistance', () => {
  it.each([
    [[3, 4, 0], 5],
    [[1, 1, 0], 1],
    [[1, 1, 1], 2],
    [[0, 0, 0], 0],
  ] as const)('of %j from the origin is %i', ([x, y, z], length) => {
    const points = { x: Int32Array.of(0, x), y: Int32Array.of(0, y), z: Int32Array.of(0, z) };
    expect(roundedDistance(points, 0, 1)).toBe(length);
  });
});
