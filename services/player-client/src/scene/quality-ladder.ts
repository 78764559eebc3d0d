/** Device pixels to a CSS pixel on each rung; below the last the picture becomes a plate. */
export const QUALITY_RUNGS = [1.5, 1.25, 1] as const;

/** Frames come every 33 ms; a median above this means fewer than 25 a second. */
const SLOW_MS = 40;

/** A verdict needs this many frames, or this much time when they are very slow. */
const FRAMES = 45;
const PATIENCE_MS = 2500;
const MIN_FRAMES = 3;

export interface Quality {
  /** Index into `QUALITY_RUNGS`, or its length: too slow for a moving picture. */
  readonly rung: number;
  /** Intervals between frames since the last verdict. */
  readonly intervalsMs: readonly number[];
}

export const BEST_QUALITY: Quality = { rung: 0, intervalsMs: [] };

/**
 * Notes the time between two frames. A slow median goes one rung down; it never
 * climbs back within a visit, so the picture does not pump. Two drops without
 * success end on the plate (rule book, front ends P-04).
 */
export function noteFrame(quality: Quality, intervalMs: number): Quality {
  const intervalsMs = [...quality.intervalsMs, intervalMs];
  const elapsedMs = intervalsMs.reduce((sum, interval) => sum + interval, 0);
  const isEnough =
    intervalsMs.length >= FRAMES || (intervalsMs.length >= MIN_FRAMES && elapsedMs >= PATIENCE_MS);
  if (!isEnough) return { ...quality, intervalsMs };
  const median = intervalsMs.toSorted((a, b) => a - b)[Math.floor(intervalsMs.length / 2)] ?? 0;
  return { rung: median > SLOW_MS ? quality.rung + 1 : quality.rung, intervalsMs: [] };
}

/** Whether the ladder has ended and the plate must do. */
export function isTooSlow(quality: Quality): boolean {
  return quality.rung >= QUALITY_RUNGS.length;
}
