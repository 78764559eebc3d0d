import type { EdgeKind } from '../../sectors/chart-model.ts';
import type { Point } from './map-view.ts';

/** How far long connections bow out, as a share of their length. */
const BOW = 0.16;

/** To which side of the way a warp bows: 1 as the chart holds it, -1 seen from its other end, 0 not at all. */
export type Side = -1 | 0 | 1;

/** Tunnels and gates bow out, so that they are not taken for lanes. */
export const sideOf = (kind: EdgeKind): Side => (kind === 'tunnel' || kind === 'gate' ? 1 : 0);

/** Middle of the control of the curve from `a` to `b` on screen; the middle itself for a straight warp. */
export const bendOf = (a: Point, b: Point, side: Side): Point => ({
  x: (a.x + b.x) / 2 + (b.y - a.y) * BOW * side,
  y: (a.y + b.y) / 2 - (b.x - a.x) * BOW * side,
});
