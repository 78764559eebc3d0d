import { RESERVE_REGAIN_PERCENT } from './constants.ts';

const HOUR_MS = 3_600_000;

/** What an asteroid field still holds, as stored: `amount` as of the start of `hour`; null = untouched and full. */
export interface Reserve {
  readonly max: number;
  readonly amount: number | null;
  readonly hour: number | null;
}

/** The same with its values. */
export interface SettledReserve {
  readonly max: number;
  readonly amount: number;
  readonly hour: number;
}

/**
 * What is there now: 2 % of the maximum (ceil) come back with every whole hour since 1970, never beyond the maximum
 * (rule book, world 3.3). Path-independent; a clock that runs backwards takes nothing.
 */
export function settleReserve({ max, amount, hour }: Reserve, nowMs: number): SettledReserve {
  const now = Math.floor(nowMs / HOUR_MS);
  if (amount === null || hour === null) {
    return { max, amount: max, hour: now };
  }
  const regained = Math.ceil((max * RESERVE_REGAIN_PERCENT) / 100) * Math.max(0, now - hour);
  return { max, amount: Math.min(max, amount + regained), hour: Math.max(now, hour) };
}
