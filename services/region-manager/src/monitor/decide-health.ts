/** What becomes of a region by its health (rule book, platform 9.5). */
export interface HealthSituation {
  readonly isHealthy: boolean;
  /** Whether the driver sees its server running. */
  readonly isRunning: boolean;
  /** Failed samples in a row before this one. */
  readonly failCount: number;
  /** Automatic restarts so far, in milliseconds since the epoch. */
  readonly restartsMs: readonly number[];
  readonly nowMs: number;
}

export interface HealthDecision {
  readonly failCount: number;
  /** Restarts that still count. */
  readonly restartsMs: readonly number[];
  readonly action: 'none' | 'restart' | 'give_up';
}

const FAILED_SAMPLES = 3;
const MAX_RESTARTS = 3;
const WINDOW_MS = 15 * 60_000;

/**
 * A server that is gone is started again at once, one that does not answer after three samples; whoever was
 * restarted three times within a quarter of an hour is not restarted a fourth time.
 */
export const decideHealth = (situation: HealthSituation): HealthDecision => {
  const { isHealthy, isRunning, nowMs } = situation;
  const restartsMs = situation.restartsMs.filter((ms) => nowMs - ms < WINDOW_MS);
  const failCount = isHealthy && isRunning ? 0 : situation.failCount + 1;
  const isDue = !isRunning || failCount >= FAILED_SAMPLES;
  if (failCount === 0 || !isDue) return { failCount, restartsMs, action: 'none' };
  return restartsMs.length >= MAX_RESTARTS
    ? { failCount, restartsMs, action: 'give_up' }
    : { failCount, restartsMs: [...restartsMs, nowMs], action: 'restart' };
};
