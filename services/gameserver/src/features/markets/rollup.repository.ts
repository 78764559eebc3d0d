import type { AnyStatement, Sql } from '@sw/db';

/** One market on one day: first, highest, lowest and last hourly prices, and the units moved. */
export interface PriceDay {
  readonly day: number;
  readonly askHigh: bigint | null;
  readonly askLow: bigint | null;
  readonly askClose: bigint | null;
  readonly bidHigh: bigint | null;
  readonly bidLow: bigint | null;
  readonly bidClose: bigint | null;
  readonly stockTenths: number;
  readonly volume: bigint;
}

/** Days before `beforeDay` that have hourly prices and no row yet, oldest first. */
export const findDaysToRoll = (sql: Sql, beforeDay: number) => sql<{ day: number }[]>`
  SELECT DISTINCT hour / 24 AS day FROM price_points
  WHERE hour < ${beforeDay * 24} AND hour >= 24 * (1 + (SELECT coalesce(max(day), -1) FROM price_days))
  ORDER BY day`;

/** Folds the hours of a day into one row a market; a repeated run changes nothing. */
export const rollDay = (sql: Sql, day: number): AnyStatement =>
  sql`INSERT INTO price_days (station_id, commodity, day, direction, ask_open, ask_high, ask_low, ask_close,
        bid_open, bid_high, bid_low, bid_close, stock_tenths, volume)
      SELECT p.station_id, p.commodity, ${day}::int4, (array_agg(p.direction ORDER BY p.hour DESC))[1],
        (array_agg(p.ask ORDER BY p.hour) FILTER (WHERE p.ask IS NOT NULL))[1], max(p.ask), min(p.ask),
        (array_agg(p.ask ORDER BY p.hour DESC) FILTER (WHERE p.ask IS NOT NULL))[1],
        (array_agg(p.bid ORDER BY p.hour) FILTER (WHERE p.bid IS NOT NULL))[1], max(p.bid), min(p.bid),
        (array_agg(p.bid ORDER BY p.hour DESC) FILTER (WHERE p.bid IS NOT NULL))[1],
        (array_agg(p.stock_tenths ORDER BY p.hour DESC))[1], coalesce(max(v.units), 0)
      FROM price_points p
      LEFT JOIN (
        SELECT station_id, commodity, sum(quantity) AS units FROM market_transaction
        WHERE at >= to_timestamp(${day * 86_400}) AND at < to_timestamp(${(day + 1) * 86_400})
        GROUP BY station_id, commodity) v ON v.station_id = p.station_id AND v.commodity = p.commodity
      WHERE p.hour >= ${day * 24} AND p.hour < ${(day + 1) * 24}
      GROUP BY p.station_id, p.commodity
      ON CONFLICT DO NOTHING`;

/** Removes what is too old to be shown. */
export const deleteDaysBefore = (sql: Sql, day: number): AnyStatement =>
  sql`DELETE FROM price_days WHERE day < ${day}`;

/** Removes hourly points older than the given hour. */
export const deletePointsBefore = (sql: Sql, hour: number): AnyStatement =>
  sql`DELETE FROM price_points WHERE hour < ${hour}`;

/** Days of one market from a day on, oldest first. */
export const findDaysSince = (sql: Sql, stationId: string, commodity: string, fromDay: number) => sql<
  PriceDay[]
>`
  SELECT day, ask_high, ask_low, ask_close, bid_high, bid_low, bid_close, stock_tenths, volume FROM price_days
  WHERE station_id = ${stationId} AND commodity = ${commodity} AND day >= ${fromDay} ORDER BY day`;
