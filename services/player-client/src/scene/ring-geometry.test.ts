import { describe, expect, it } from 'vitest';
import { bearingDistance, pointAt, ringOf } from './ring-geometry.ts';

const ring = ringOf(1064, 590);

describe('pointAt', () => {
  it.each([
    [0, ring.cx, ring.cy - ring.ry],
    [90, ring.cx + ring.rx, ring.cy],
    [180, ring.cx, ring.cy + ring.ry],
    [270, ring.cx - ring.rx, ring.cy],
  ])('bearing %d', (bearing, x, y) => {
    const point = pointAt(ring, bearing);
    expect(point.x).toBeCloseTo(x);
    expect(point.y).toBeCloseTo(y);
  });
});

describe('bearingDistance', () => {
  it.each([
    [10, 350, 20],
    [350, 10, 20],
    [0, 180, 180],
    [90, 90, 0],
    [-30, 300, 30],
  ])('from %d to %d is %d', (a, b, expected) => {
    expect(bearingDistance(a, b)).toBe(expected);
  });
});
