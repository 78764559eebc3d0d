import type { getTurns, ReplyOf } from '@sw/contracts';

type TurnsView = ReplyOf<typeof getTurns>;

const HOUR_MS = 3_600_000;

export interface TurnsNow {
  readonly turns: number;
  /** Whole turns an hour, rounded for reading. */
  readonly perHour: number;
  /** Milliseconds until the pool is full; null when it is. */
  readonly fullInMs: number | null;
}

/**
 * The turns as they stand at `nowMs`, counted back from the moment the server says the pool will be
 * full. Display only: a command is always judged by the server's own count.
 */
export function turnsNow(view: TurnsView, nowMs: number): TurnsNow {
  const perHour = Math.round(view.ratePerHourX100 / 100);
  const fullAtMs = view.fullAt === null ? null : Date.parse(view.fullAt);
  if (fullAtMs === null || fullAtMs <= nowMs || view.ratePerHourX100 <= 0)
    return {
      turns: fullAtMs === null ? view.turns : Math.max(view.turns, view.cap),
      perHour,
      fullInMs: null,
    };
  const missing = Math.ceil((fullAtMs - nowMs) / ((HOUR_MS * 100) / view.ratePerHourX100));
  return { turns: Math.max(view.turns, view.cap - missing), perHour, fullInMs: fullAtMs - nowMs };
}
