import { describe, expect, it } from 'vitest';
import type { LabelWish } from './place-labels.ts';
import { placeLabels } from './place-labels.ts';

const size = { width: 300, height: 200 };
const wish = (id: number, x: number, y: number): LabelWish => ({ id, x, y, width: 60, height: 14, gap: 8 });

describe('labels', () => {
  it('stand to the right, or where there is room', () => {
    expect(placeLabels([wish(1, 100, 100)], { size, taken: [] }, 9)).toEqual([
      { id: 1, x: 108, y: 93, width: 60, height: 14 },
    ]);
    expect(placeLabels([wish(1, 280, 100)], { size, taken: [] }, 9)[0]?.x).toBe(212);
  });

  it('give way to what came before them and to what is taken', () => {
    const [first, second] = placeLabels([wish(1, 100, 100), wish(2, 102, 100)], { size, taken: [] }, 9);
    expect(first?.x).toBe(108);
    expect(second?.x).toBe(34);
    const taken = [{ x: 0, y: 90, width: 300, height: 20 }];
    expect(placeLabels([wish(1, 150, 100)], { size, taken }, 9)).toEqual([]);
  });

  it('leave free what is better left free, as long as they find another place', () => {
    const spared = [{ x: 108, y: 90, width: 190, height: 20 }];
    expect(placeLabels([wish(1, 100, 100)], { size, taken: [], spared }, 9)[0]?.x).toBe(32);
    const [only] = placeLabels(
      [wish(1, 100, 100)],
      { size, taken: [], spared: [{ x: 0, y: 0, ...size }] },
      9,
    );
    expect(only?.x).toBe(108);
  });

  it('are never more than allowed', () => {
    const many = Array.from({ length: 9 }, (_, index) => wish(index, 20, 15 + index * 20));
    expect(placeLabels(many, { size, taken: [] }, 4).map(({ id }) => id)).toEqual([0, 1, 2, 3]);
  });
});
