import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createNodeGrid } from './node-grid.ts';

const coordinate = fc.integer({ min: -500, max: 500 });

describe('picking', () => {
  it('finds the row that looking at every row finds', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(coordinate, coordinate), { maxLength: 60 }),
        fc.tuple(coordinate, coordinate),
        fc.integer({ min: 1, max: 200 }),
        (places, [x, y], radius) => {
          const grid = createNodeGrid(
            places.map(([px]) => px),
            places.map(([, py]) => py),
            40,
          );
          const distances = places.map(([px, py]) => Math.hypot(px - x, py - y));
          const least = Math.min(...distances);
          const found = grid.nearest({ x, y }, radius);
          if (least > radius) expect(found).toBeNull();
          else expect(distances[found ?? -1]).toBeCloseTo(least);
        },
      ),
    );
  });
});
