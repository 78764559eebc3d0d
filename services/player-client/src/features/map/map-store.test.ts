import { describe, expect, it } from 'vitest';
import { toggled } from './map-store.ts';

describe('the avoid list', () => {
  it('adds a sector and takes it away again', () => {
    expect(toggled([1, 2], 3)).toEqual([1, 2, 3]);
    expect(toggled([1, 2, 3], 2)).toEqual([1, 3]);
  });

  it('never holds more than one plot takes', () => {
    const full = Array.from({ length: 50 }, (_, index) => index);
    const next = toggled(full, 99);
    expect(next).toHaveLength(50);
    expect(next[0]).toBe(1);
    expect(next.at(-1)).toBe(99);
  });
});
