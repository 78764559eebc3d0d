import type { ChartModel } from '../../sectors/chart-model.ts';
import type { KdTree } from './kd-tree.ts';
import type { Bounds } from './map-view.ts';

/** Warps by place: short ones by the sector they begin in, the few long ones apart. */
export interface EdgeIndex {
  /** No short warp is longer, in chart units. */
  readonly reach: number;
  readonly starts: Uint32Array;
  readonly short: Uint32Array;
  readonly long: Uint32Array;
}

/** From this many usual lanes on a warp is long. */
const LONG_LANES = 3;

/** Sorts the warps of a chart by where they begin. */
export function indexEdges({ count, x, y, edges }: ChartModel, spacing: number): EdgeIndex {
  const reach = spacing * LONG_LANES;
  const isLong = (edge: number): boolean => {
    const [a, b] = [edges.from[edge] ?? 0, edges.to[edge] ?? 0];
    return Math.hypot((x[a] ?? 0) - (x[b] ?? 0), (y[a] ?? 0) - (y[b] ?? 0)) > reach;
  };
  const long: number[] = [];
  const starts = new Uint32Array(count + 1);
  for (let edge = 0; edge < edges.count; edge += 1) {
    if (isLong(edge)) long.push(edge);
    else starts[(edges.from[edge] ?? 0) + 1] = (starts[(edges.from[edge] ?? 0) + 1] ?? 0) + 1;
  }
  for (let row = 0; row < count; row += 1) starts[row + 1] = (starts[row + 1] ?? 0) + (starts[row] ?? 0);
  const next = starts.slice();
  const short = new Uint32Array(edges.count - long.length);
  const apart = new Set(long);
  for (let edge = 0; edge < edges.count; edge += 1) {
    if (apart.has(edge)) continue;
    const from = edges.from[edge] ?? 0;
    const at = next[from] ?? 0;
    short[at] = edge;
    next[from] = at + 1;
  }
  return { reach, starts, short, long: Uint32Array.from(long) };
}

/** Calls `visit` for every warp that may touch `bounds`: all that do, and few others. */
export function edgesWithin(
  { reach, starts, short, long }: EdgeIndex,
  tree: KdTree,
  { minX, minY, maxX, maxY }: Bounds,
  visit: (edge: number) => void,
): void {
  const wide = { minX: minX - reach, minY: minY - reach, maxX: maxX + reach, maxY: maxY + reach };
  tree.within(wide, (row) => {
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at += 1) visit(short[at] ?? 0);
  });
  for (const edge of long) visit(edge);
}
