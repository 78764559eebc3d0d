import type { Refusal } from '../refusal.ts';
import { refuse } from '../refusal.ts';
import type { RegionStatus } from './constants.ts';

const DAY_MS = 86_400_000;

/** Clocks of a region nobody keeps up; all but the last count from its suspension (rule book, platform 7). */
export const LIFECYCLE = {
  graceAfterMs: 7 * DAY_MS,
  terminateAfterMs: 30 * DAY_MS,
  purgeAfterMs: 7 * DAY_MS,
} as const;

/** What an operator can do to the life of a region. */
export type LifecycleAct = 'suspend' | 'resume' | 'terminate' | 'retry';

const FROM: Readonly<Record<LifecycleAct, readonly RegionStatus[]>> = {
  suspend: ['active'],
  resume: ['suspended', 'grace'],
  terminate: ['active', 'suspended', 'grace', 'failed'],
  retry: ['failed', 'attaching'],
};

/** Refuses what the present status of a region does not allow: `invalid_state` `{regionStatus}`. */
export function checkLifecycle(status: RegionStatus, act: LifecycleAct): Refusal | null {
  return FROM[act].includes(status) ? null : refuse('invalid_state', { regionStatus: status });
}

/** What the clocks of a region are read from. */
export interface LifecycleClocks {
  readonly status: RegionStatus;
  readonly suspendedAtMs: number | null;
  /** When the last ship had left it; null while somebody may be there. */
  readonly evacuatedAtMs: number | null;
  readonly terminatedAtMs: number | null;
}

/**
 * The status a region moves to because its time is over, or null while it is not: suspended, in grace after 7 days,
 * terminated 30 days after the suspension, purged 7 days after that and when nobody is left in it. One step at a time:
 * a late call comes to the same end.
 */
export function dueStatus(clocks: LifecycleClocks, nowMs: number): RegionStatus | null {
  const { status, suspendedAtMs, evacuatedAtMs, terminatedAtMs } = clocks;
  const isOver = (sinceMs: number | null, afterMs: number): boolean =>
    sinceMs !== null && nowMs >= sinceMs + afterMs;
  switch (status) {
    case 'suspended':
      return isOver(suspendedAtMs, LIFECYCLE.graceAfterMs) ? 'grace' : null;
    case 'grace':
      return isOver(suspendedAtMs, LIFECYCLE.terminateAfterMs) ? 'terminated' : null;
    case 'terminated':
      return evacuatedAtMs !== null && isOver(terminatedAtMs, LIFECYCLE.purgeAfterMs) ? 'purged' : null;
    default:
      return null;
  }
}
