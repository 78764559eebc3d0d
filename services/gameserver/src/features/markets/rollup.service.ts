import type { Deps } from '../../deps.ts';
import { deleteDaysBefore, deletePointsBefore, findDaysToRoll, rollDay } from './rollup.repository.ts';

const DAY_MS = 86_400_000;
const DAY_HOURS = 24;
/** Hourly prices and daily ones are kept this long (rule book, economy 6.1). */
const HOURS_KEPT_DAYS = 30;
const DAYS_KEPT = 400;

/**
 * Folds the hourly prices of every finished day into one row a market, then removes what is too old. Each day once;
 * days on which no run came are made up for before their hours are removed.
 *
 * @returns how many days were folded.
 */
export const rollUpPrices = async (deps: Deps, nowMs: number): Promise<number> => {
  const today = Math.floor(nowMs / DAY_MS);
  const days = await findDaysToRoll(deps.db.sql, today);
  for (const { day } of days) await deps.db.write((sql) => [rollDay(sql, day)]);
  await deps.db.write((sql) => [
    deletePointsBefore(sql, (today - HOURS_KEPT_DAYS) * DAY_HOURS),
    deleteDaysBefore(sql, today - DAYS_KEPT),
  ]);
  return days.length;
};
