import type { Point } from './map-view.ts';

/** Rows as they lie on screen in one frame; those behind the eye are at NaN. */
export interface ProjectedRows {
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly depth: Float32Array;
}

/** Pixels by which a nearer sign may be further from the pointer and still be meant. */
const FRONT_PX = 3;

/**
 * The row under a pixel, within `reach` pixels; of two about as near the one in front. One pass over columns:
 * for 5,000 rows that is quicker than sorting them anew into a tree after every turn of the camera.
 */
export function pickProjected({ x, y, depth }: ProjectedRows, pixel: Point, reach: number): number | null {
  let best: number | null = null;
  let bestAway = Number.POSITIVE_INFINITY;
  let bestDepth = Number.POSITIVE_INFINITY;
  for (let row = 0; row < x.length; row += 1) {
    const away = Math.hypot((x[row] ?? 0) - pixel.x, (y[row] ?? 0) - pixel.y);
    if (!(away <= reach)) continue;
    const isBetter =
      away < bestAway - FRONT_PX || (away <= bestAway + FRONT_PX && (depth[row] ?? 0) < bestDepth);
    if (best !== null && !isBetter) continue;
    best = row;
    bestAway = away;
    bestDepth = depth[row] ?? 0;
  }
  return best;
}
