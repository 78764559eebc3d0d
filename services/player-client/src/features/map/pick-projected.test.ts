import { describe, expect, it } from 'vitest';
import { pickProjected } from './pick-projected.ts';

const rows = (places: readonly (readonly [number, number, number])[]) => ({
  x: Float32Array.from(places, ([x]) => x),
  y: Float32Array.from(places, ([, y]) => y),
  depth: Float32Array.from(places, ([, , depth]) => depth),
});

describe('picking in space', () => {
  it('takes what is nearest to the pointer, within reach', () => {
    const there = rows([
      [10, 10, 5],
      [40, 40, 5],
    ]);
    expect(pickProjected(there, { x: 12, y: 11 }, 12)).toBe(0);
    expect(pickProjected(there, { x: 36, y: 41 }, 12)).toBe(1);
    expect(pickProjected(there, { x: 25, y: 25 }, 12)).toBeNull();
  });

  it('takes the one in front where two lie together', () => {
    const there = rows([
      [10, 10, 900],
      [11, 10, 300],
    ]);
    expect(pickProjected(there, { x: 10, y: 10 }, 12)).toBe(1);
  });

  it('never takes what lies behind the eye', () => {
    expect(pickProjected(rows([[Number.NaN, Number.NaN, -1]]), { x: 0, y: 0 }, 12)).toBeNull();
  });
});
