/** `limit` per `periodMs` on average, `burst` at once, by key. */
export interface RateLimiter {
  /** Takes one cell. `retryAfterMs` is 0 when it was granted. */
  take(key: string, nowMs: number): RateDecision | Promise<RateDecision>;
}

/** One that counts for itself and therefore never lets anybody wait. */
export interface LocalRateLimiter extends RateLimiter {
  take(key: string, nowMs: number): RateDecision;
}

/** Makes limiters; those of one name count together wherever they are. */
export type LimiterFactory = (name: string, limit: number, periodMs: number, burst: number) => RateLimiter;

export interface RateDecision {
  readonly isAllowed: boolean;
  readonly limit: number;
  readonly remaining: number;
  /** When the full burst is available again. */
  readonly resetMs: number;
  readonly retryAfterMs: number;
}

const SWEEP_EVERY = 5_000;
const ROUNDING_MS = 1e-6;

/**
 * Generic cell rate algorithm in memory. One number is kept per key; keys whose allowance is full again are
 * swept.
 */
export const createRateLimiter = (limit: number, periodMs: number, burst: number): LocalRateLimiter => {
  const interval = periodMs / limit;
  const tolerance = interval * burst;
  const arrivals = new Map<string, number>();
  let untilSweep = SWEEP_EVERY;

  const sweep = (nowMs: number): void => {
    for (const [key, arrival] of arrivals) if (arrival <= nowMs) arrivals.delete(key);
    untilSweep = SWEEP_EVERY;
  };

  return {
    take: (key, nowMs) => {
      untilSweep -= 1;
      if (untilSweep === 0) sweep(nowMs);
      const arrival = Math.max(arrivals.get(key) ?? nowMs, nowMs);
      const next = arrival + interval;
      // Whole milliseconds: sums of fractions may miss the moment they name by a hair.
      const wait = Math.ceil(next - tolerance - nowMs - ROUNDING_MS);
      const isAllowed = wait <= 0;
      if (isAllowed) arrivals.set(key, next);
      const backlog = (isAllowed ? next : arrival) - nowMs;
      return {
        isAllowed,
        limit,
        remaining: Math.max(0, Math.floor((tolerance - backlog) / interval)),
        resetMs: Math.ceil(backlog),
        retryAfterMs: isAllowed ? 0 : wait,
      };
    },
  };
};

/** Limits each process counts for itself. */
export const localLimiters: LimiterFactory = (_, limit, periodMs, burst) =>
  createRateLimiter(limit, periodMs, burst);
