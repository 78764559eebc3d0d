import { JOB_WINDOW_MS, MAX_PAID_JOBS } from './constants.ts';
import type { JobCount } from './types.ts';

/** Jobs that take one of the eight places of the rolling day: accepted ones, because they can always be paid, and paid ones. */
export function jobsCounted({ active, paidAtMs }: JobCount, nowMs: number): number {
  return active + paidWithin(paidAtMs, nowMs).length;
}

/** When the next place is free; null while there is one, or while only open jobs hold them. */
export function nextJobAt(jobs: JobCount, nowMs: number): number | null {
  if (jobsCounted(jobs, nowMs) < MAX_PAID_JOBS) {
    return null;
  }
  const [oldest] = paidWithin(jobs.paidAtMs, nowMs);
  return oldest === undefined ? null : oldest + JOB_WINDOW_MS;
}

function paidWithin(paidAtMs: readonly number[], nowMs: number): number[] {
  return paidAtMs.filter((at) => at > nowMs - JOB_WINDOW_MS).sort((a, b) => a - b);
}
