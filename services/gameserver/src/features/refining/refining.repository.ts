import type { AnyStatement, Sql } from '@sw/db';

/**
 * Locks what a station has refined on a day, a row of 0 where it has not begun: refused commands roll it back. A
 * station that does not exist has none.
 */
export const lockRefiningDay = (sql: Sql, stationId: string, day: number) => sql<{ made: number }[]>`
  INSERT INTO refining_days AS d (station_id, day, made)
  SELECT id, ${day}::int4, 0 FROM stations WHERE id = ${stationId}
  ON CONFLICT (station_id, day) DO UPDATE SET made = d.made
  RETURNING made`;

export const findRefiningDay = (sql: Sql, stationId: string, day: number) => sql<{ made: number }[]>`
  SELECT made FROM refining_days WHERE station_id = ${stationId} AND day = ${day}::int4`;

export const writeRefined = (sql: Sql, stationId: string, day: number, quantity: number): AnyStatement =>
  sql`UPDATE refining_days SET made = made + ${quantity} WHERE station_id = ${stationId} AND day = ${day}::int4`;

/** Goods a station trades: fixed when it is built. */
export const findTraded = (sql: Sql, stationId: string) => sql<{ commodity: string }[]>`
  SELECT commodity FROM station_market WHERE station_id = ${stationId}`;

/** Forgets what stations refined before a day, at most so many rows: only the present day is ever asked for. */
export const deleteRefiningDays = (sql: Sql, beforeDay: number, limit: number) => sql`
  DELETE FROM refining_days WHERE (station_id, day) IN (
    SELECT station_id, day FROM refining_days WHERE day < ${beforeDay}::int4 LIMIT ${limit})`;
