import { describe, expect, it } from 'vitest';
import { traceContours } from './contour.ts';

const lattice = (lines: readonly (readonly number[])[]) => ({
  columns: lines[0]?.length ?? 0,
  rows: lines.length,
  values: Float32Array.from(lines.flat()),
});

describe('contours', () => {
  it('run around an island once and close', () => {
    const [island, ...others] = traceContours(
      lattice([
        [-1, -1, -1, -1],
        [-1, 1, 3, -1],
        [-1, 1, 1, -1],
        [-1, -1, -1, -1],
      ]),
    );
    expect(others).toEqual([]);
    expect(island?.isClosed).toBe(true);
    expect(island?.points).toHaveLength(16);
    // Between 3 and -1 the zero lies three quarters of the way.
    expect(island?.points).toContain(2.75);
  });

  it('run around a lake in the other direction', () => {
    const wide = Array.from({ length: 7 }, (_, y) =>
      Array.from({ length: 7 }, (_, x) => {
        const ring = Math.max(Math.abs(x - 3), Math.abs(y - 3));
        return ring === 3 || ring === 0 ? -1 : 1;
      }),
    );
    const areas = traceContours(lattice(wide)).map(({ points }) => {
      let twice = 0;
      for (let at = 0; at < points.length; at += 2) {
        const to = (at + 2) % points.length;
        twice += (points[at] ?? 0) * (points[to + 1] ?? 0) - (points[to] ?? 0) * (points[at + 1] ?? 0);
      }
      return Math.sign(twice);
    });
    expect(areas.sort()).toEqual([-1, 1]);
  });

  it('end where cells are left out', () => {
    const lines = traceContours(
      lattice([
        [1, -1],
        [1, -1],
        [1, -1],
      ]),
      (corner) => corner < 4,
    );
    expect(lines).toEqual([{ points: Float32Array.of(0.5, 1, 0.5, 0), isClosed: false }]);
  });
});
