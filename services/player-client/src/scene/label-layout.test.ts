import { describe, expect, it } from 'vitest';
import type { MarkedLabel } from './label-layout.ts';
import { boxAround, findFreePlace, labelBox, layOutLabels, overlaps } from './label-layout.ts';

const WINDOW = { width: 1000, height: 500 };

function label(id: string, x: number, y: number): MarkedLabel {
  return { id, x, y, width: 120, height: 32 };
}

function sidesOf(labels: readonly MarkedLabel[], obstacles: Parameters<typeof layOutLabels>[2] = []) {
  return Object.fromEntries(layOutLabels(labels, WINDOW, obstacles).sides);
}

describe('layOutLabels', () => {
  it('prefers the right, and turns inward at the edge', () => {
    expect(sidesOf([label('a', 100, 250), label('b', 950, 250)])).toEqual({ a: 'right', b: 'left' });
  });

  it('keeps clear of obstacles and of other marks', () => {
    const obstacle = boxAround({ x: 190, y: 250 }, { width: 40, height: 36 });
    expect(sidesOf([label('a', 100, 250)], [obstacle])['a']).toBe('below');
    expect(sidesOf([label('a', 500, 250), label('b', 560, 250)])).toEqual({ a: 'left', b: 'right' });
  });

  it('hides the label that has no room, and no other', () => {
    const wall = { left: 0, top: 0, right: 1000, bottom: 500 };
    expect(sidesOf([label('a', 100, 250)], [wall])).toEqual({ a: 'hidden' });
    const crowd = Array.from({ length: 6 }, (_, index) => label(`l${index}`, 480 + index * 4, 250));
    const sides = Object.values(sidesOf(crowd));
    expect(sides).toContain('hidden');
    expect(sides.filter((side) => side !== 'hidden').length).toBeGreaterThan(0);
  });

  it('never lets two labels meet', () => {
    const labels = Array.from({ length: 10 }, (_, index) => label(`l${index}`, 100 + index * 90, 250));
    const { boxes } = layOutLabels(labels, WINDOW, []);
    for (const [index, box] of boxes.entries())
      for (const other of boxes.slice(index + 1)) expect(overlaps(box, other)).toBe(false);
  });
});

describe('labelBox', () => {
  it('lies beside its mark', () => {
    const { left, right } = labelBox(label('a', 500, 250), 'left');
    expect(right).toBe(472);
    expect(left).toBe(352);
  });
});

describe('findFreePlace', () => {
  it('takes the first candidate that is inside and free', () => {
    const taken = [boxAround({ x: 200, y: 100 }, { width: 100, height: 40 })];
    const size = { width: 80, height: 24 };
    expect(
      findFreePlace(
        [
          { x: 10, y: 10 },
          { x: 200, y: 100 },
          { x: 400, y: 100 },
        ],
        size,
        WINDOW,
        taken,
      ),
    ).toEqual({
      x: 400,
      y: 100,
    });
    expect(findFreePlace([{ x: 200, y: 100 }], size, WINDOW, taken)).toBeNull();
  });
});
