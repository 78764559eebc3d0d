import type { GalaxyDetail } from './galaxy-types.ts';

/** From the best picture down (rule book, front ends 5.1). */
export const GALAXY_RUNGS: readonly GalaxyDetail[] = [
  { dpr: 1.75, hasBackdrop: true, hasFarLanes: true },
  { dpr: 1.25, hasBackdrop: true, hasFarLanes: true },
  { dpr: 1, hasBackdrop: true, hasFarLanes: true },
  { dpr: 1, hasBackdrop: false, hasFarLanes: false },
];

const FRAMES = 60;
const SLOW_MS = 18;
const GOOD_MS = 10_000;
/** A longer pause means that nothing moved, not that something was slow. */
const PAUSE_MS = 250;

export interface GalaxyQuality {
  readonly rung: number;
  /** Intervals of frames that followed each other, since the last verdict. */
  readonly intervalsMs: readonly number[];
  /** Time of good frames since the last step. */
  readonly goodMs: number;
}

export const BEST_GALAXY: GalaxyQuality = { rung: 0, intervalsMs: [], goodMs: 0 };

/**
 * Notes the time between two frames of a movement. The median of sixty above 18 ms is one rung down; ten
 * seconds of good movement are one up.
 */
export function noteGalaxyFrame(quality: GalaxyQuality, intervalMs: number): GalaxyQuality {
  if (intervalMs > PAUSE_MS) return quality;
  const intervalsMs = [...quality.intervalsMs, intervalMs];
  if (intervalsMs.length < FRAMES) return { ...quality, intervalsMs };
  const median = intervalsMs.toSorted((a, b) => a - b)[FRAMES / 2] ?? 0;
  if (median > SLOW_MS)
    return { rung: Math.min(quality.rung + 1, GALAXY_RUNGS.length - 1), intervalsMs: [], goodMs: 0 };
  const goodMs = quality.goodMs + intervalsMs.reduce((sum, interval) => sum + interval, 0);
  return goodMs >= GOOD_MS
    ? { rung: Math.max(0, quality.rung - 1), intervalsMs: [], goodMs: 0 }
    : { ...quality, intervalsMs: [], goodMs };
}
