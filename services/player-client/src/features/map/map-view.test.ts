import { describe, expect, it } from 'vitest';
import { clampView, fitView, panBy, scaleLimits, toChart, toScreen, zoomAt } from './map-view.ts';

const size = { width: 800, height: 600 };
const bounds = { minX: -100, minY: 0, maxX: 100, maxY: 50 };

describe('the window onto the chart', () => {
  it('shows upwards as up', () => {
    const view = { x: 0, y: 0, scale: 2 };
    expect(toScreen(view, size, { x: 10, y: 10 })).toEqual({ x: 420, y: 280 });
    expect(toChart(view, size, { x: 420, y: 280 })).toEqual({ x: 10, y: 10 });
  });

  it('holds what is under the pointer while zooming', () => {
    const view = { x: 5, y: -7, scale: 1.5 };
    const pixel = { x: 123, y: 456 };
    const held = toChart(view, size, pixel);
    const closer = zoomAt(view, size, pixel, 4);
    expect(toScreen(closer, size, held).x).toBeCloseTo(pixel.x);
    expect(toScreen(closer, size, held).y).toBeCloseTo(pixel.y);
  });

  it('drags the chart with the finger', () => {
    const moved = panBy({ x: 0, y: 0, scale: 2 }, 20, -10);
    expect(moved).toEqual({ x: -10, y: -5, scale: 2 });
  });

  it('fits everything and stays on the chart', () => {
    const view = fitView(bounds, size, 40);
    expect(view).toEqual({ x: 0, y: 25, scale: 3.6 });
    const limits = scaleLimits(bounds, size, 20);
    expect(clampView({ x: 900, y: -900, scale: 99 }, bounds, limits)).toEqual({ x: 100, y: 0, scale: 11 });
    expect(clampView({ x: 0, y: 0, scale: 0 }, bounds, limits).scale).toBeCloseTo(2.4);
  });
});
