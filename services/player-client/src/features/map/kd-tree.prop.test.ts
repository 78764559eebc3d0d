import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createKdTree, kdOrder } from './kd-tree.ts';

const coordinate = fc.integer({ min: -500, max: 500 });
const places = fc.array(fc.tuple(coordinate, coordinate), { maxLength: 120 });
const columns = (rows: readonly (readonly [number, number])[]) =>
  [rows.map(([x]) => x), rows.map(([, y]) => y)] as const;

describe('the tree of places', () => {
  it('holds every row once', () => {
    fc.assert(
      fc.property(places, (rows) => {
        const [x, y] = columns(rows);
        expect([...kdOrder(x, y)].sort((a, b) => a - b)).toEqual(rows.map((_, row) => row));
      }),
    );
  });

  it('finds the row that looking at every row finds', () => {
    fc.assert(
      fc.property(
        places,
        fc.tuple(coordinate, coordinate),
        fc.integer({ min: 1, max: 200 }),
        (rows, [x, y], radius) => {
          const distances = rows.map(([px, py]) => Math.hypot(px - x, py - y));
          const least = Math.min(...distances);
          const found = createKdTree(...columns(rows)).nearest({ x, y }, radius);
          if (least > radius) expect(found).toBeNull();
          else expect(distances[found ?? -1]).toBeCloseTo(least);
        },
      ),
    );
  });

  it('names exactly the rows within bounds', () => {
    fc.assert(
      fc.property(places, coordinate, coordinate, fc.nat(400), fc.nat(400), (rows, minX, minY, w, h) => {
        const bounds = { minX, minY, maxX: minX + w, maxY: minY + h };
        const found: number[] = [];
        createKdTree(...columns(rows)).within(bounds, (row) => found.push(row));
        const wanted = rows.flatMap(([x, y], row) =>
          x >= minX && x <= minX + w && y >= minY && y <= minY + h ? [row] : [],
        );
        expect(found.sort((a, b) => a - b)).toEqual(wanted);
      }),
    );
  });

  it('finds its way among rows that lie on one place', () => {
    const same = Array.from({ length: 40 }, () => [7, 7] as const);
    expect(createKdTree(...columns(same)).nearest({ x: 8, y: 7 }, 2)).not.toBeNull();
  });
});
