/** One counter of failed sign-ins as it is stored. */
export interface FailureCount {
  readonly failures: number;
  readonly windowStartedAtMs: number;
  readonly refusedUntilMs: number | null;
  /** How often this counter has refused; the pause doubles with it. */
  readonly refusals: number;
}

export interface ThrottleLimit {
  readonly failures: number;
  readonly windowMs: number;
  readonly pauseMs: number;
  readonly maxPauseMs: number;
}

export type ThrottleKind = 'pair' | 'login' | 'address';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** A counter nobody has failed at. */
export const emptyCount = (nowMs: number): FailureCount => ({
  failures: 0,
  windowStartedAtMs: nowMs,
  refusedUntilMs: null,
  refusals: 0,
});

/** Limits of the rule book (platform 3.4); each key is counted on its own. */
export const THROTTLE_LIMITS: Readonly<Record<ThrottleKind, ThrottleLimit>> = {
  pair: { failures: 5, windowMs: 15 * MINUTE_MS, pauseMs: 15 * MINUTE_MS, maxPauseMs: 4 * HOUR_MS },
  login: { failures: 20, windowMs: HOUR_MS, pauseMs: 15 * MINUTE_MS, maxPauseMs: 15 * MINUTE_MS },
  address: { failures: 50, windowMs: HOUR_MS, pauseMs: HOUR_MS, maxPauseMs: HOUR_MS },
};

/** Wrong codes of a second factor, for each user (rule book, platform 3.7). */
export const FACTOR_LIMIT: ThrottleLimit = {
  failures: 10,
  windowMs: HOUR_MS,
  pauseMs: 15 * MINUTE_MS,
  maxPauseMs: 15 * MINUTE_MS,
};

/** The same limit with `factor` times the failures (relaxed limits of demo and tests). */
export const relaxLimit = (limit: ThrottleLimit, factor: number): ThrottleLimit => ({
  ...limit,
  failures: limit.failures * factor,
});

/** Milliseconds until this counter lets anybody try again; 0 when it does now. */
export const pauseLeftMs = (count: FailureCount, nowMs: number): number =>
  count.refusedUntilMs === null ? 0 : Math.max(0, count.refusedUntilMs - nowMs);

/**
 * Counts an attempt before its password is looked at, so that parallel attempts cannot slip past the limit
 * together. The attempt that reaches the limit still runs; the next one is refused.
 */
export const countAttempt = (count: FailureCount, limit: ThrottleLimit, nowMs: number): FailureCount => {
  const isWindowOver = count.refusedUntilMs !== null || nowMs - count.windowStartedAtMs >= limit.windowMs;
  const failures = isWindowOver ? 1 : count.failures + 1;
  const isFull = failures >= limit.failures;
  return {
    failures,
    windowStartedAtMs: isWindowOver ? nowMs : count.windowStartedAtMs,
    refusedUntilMs: isFull ? nowMs + Math.min(limit.pauseMs * 2 ** count.refusals, limit.maxPauseMs) : null,
    refusals: isFull ? count.refusals + 1 : count.refusals,
  };
};

/** Takes an attempt back that turned out right, and the pause with it when that attempt was what began it. */
export const returnAttempt = (count: FailureCount, limit: ThrottleLimit): FailureCount => ({
  ...count,
  failures: Math.max(0, count.failures - 1),
  refusedUntilMs: null,
  refusals: count.failures >= limit.failures ? Math.max(0, count.refusals - 1) : count.refusals,
});
