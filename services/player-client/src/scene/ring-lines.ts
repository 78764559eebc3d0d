import type { Box } from './label-layout.ts';
import type { Point, Ring } from './ring-geometry.ts';
import { bearingDistance, pointAt } from './ring-geometry.ts';

/** What the ring must leave free: marks, labels, and the body it passes behind. */
export interface RingGaps {
  readonly marks: readonly number[];
  readonly labels: readonly Box[];
  /** The large body in pixels; the far half of the ring is hidden by it. */
  readonly body: (Point & { readonly radius: number }) | null;
}

export interface RingFigure extends Point {
  readonly text: string;
}

/** Path data of the ring, and the bearings written at it. */
export interface RingLines {
  readonly arc: string;
  readonly minor: string;
  readonly major: string;
  readonly figures: readonly RingFigure[];
}

/** A tick every 5 degrees, a long one with a figure every 30. */
const TICK_DEG = 5;
const FIGURE_DEG = 30;

/** The compass as lines: an arc with gaps, ticks, and bearings in three digits. */
export function ringLines(ring: Ring, gaps: RingGaps): RingLines {
  return { arc: arcPath(ring, gaps), ...ticks(ring, gaps) };
}

function arcPath(ring: Ring, gaps: RingGaps): string {
  let path = '';
  let isDrawing = false;
  for (let bearing = 0; bearing <= 360; bearing += 1) {
    const point = pointAt(ring, bearing);
    const isVisible =
      !isBehind(point, bearing, gaps) && !isNearMark(bearing, gaps, 2.4) && !isCovered(point, gaps);
    if (isVisible) path += `${isDrawing ? 'L' : 'M'}${write(point)}`;
    isDrawing = isVisible;
  }
  return path;
}

function ticks(ring: Ring, gaps: RingGaps): Omit<RingLines, 'arc'> {
  let minor = '';
  let major = '';
  const figures: RingFigure[] = [];
  for (let bearing = 0; bearing < 360; bearing += TICK_DEG) {
    const point = pointAt(ring, bearing);
    if (isBehind(point, bearing, gaps) || isNearMark(bearing, gaps, 4) || isCovered(point, gaps)) continue;
    const isMajor = bearing % FIGURE_DEG === 0;
    const tick = `M${write(point)}L${write(pointAt(ring, bearing, isMajor ? 12 : 5))}`;
    if (!isMajor) {
      minor += tick;
      continue;
    }
    major += tick;
    const place = pointAt(ring, bearing, 26);
    if (isNearMark(bearing, gaps, 14) || isCovered(place, gaps)) continue;
    figures.push({ ...place, text: String(bearing).padStart(3, '0') });
  }
  return { minor, major, figures };
}

function write({ x, y }: Point): string {
  return `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;
}

function isBehind(point: Point, bearing: number, { body }: RingGaps): boolean {
  const isFar = bearing < 90 || bearing > 270;
  return body !== null && isFar && Math.hypot(point.x - body.x, point.y - body.y) < body.radius + 2;
}

function isNearMark(bearing: number, { marks }: RingGaps, degrees: number): boolean {
  return marks.some((mark) => bearingDistance(mark, bearing) < degrees);
}

function isCovered({ x, y }: Point, { labels }: RingGaps): boolean {
  return labels.some((box) => x > box.left - 6 && x < box.right + 6 && y > box.top - 4 && y < box.bottom + 4);
}
