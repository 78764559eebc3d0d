import type { Box } from './label-layout.ts';
import type { Point } from './ring-geometry.ts';
import type { Disc } from './scene-composition.ts';

/** Pixels of the window. */
export interface Frame {
  readonly width: number;
  readonly height: number;
}

/** A disc of the composition in pixels, y downwards. */
export function toPixels(disc: Disc, { width, height }: Frame): Point & { readonly radius: number } {
  return {
    x: width / 2 + disc.x * height,
    y: height / 2 - disc.y * height,
    radius: disc.radius * height,
  };
}

/** The square around a disc, `scale` times its size. */
export function squareAround(disc: Disc, frame: Frame, scale = 1): Box {
  const { x, y, radius } = toPixels(disc, frame);
  const reach = radius * scale;
  return { left: x - reach, top: y - reach, right: x + reach, bottom: y + reach };
}

/** Below this height the window is a strip without ring and labels. */
export const RING_MIN_HEIGHT = 240;

/** Whether the window has room for the ring. */
export function hasRing({ width, height }: Frame): boolean {
  return height >= RING_MIN_HEIGHT && width >= 300;
}
