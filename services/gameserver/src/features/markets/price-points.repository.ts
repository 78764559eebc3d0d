import type { AnyStatement, Sql } from '@sw/db';
import type { CommodityKey, MarketDirection } from '@sw/rules';
import type { StoredMarketRow, StoredStation } from './market-row.ts';

/** One hourly price of one unit without personal advantage. */
export interface PricePoint {
  readonly stationId: string;
  readonly commodity: CommodityKey;
  readonly hour: number;
  readonly direction: MarketDirection;
  readonly ask: bigint | null;
  readonly bid: bigint | null;
  readonly stockTenths: number;
}

/** The newest hour that was published; null before the first. */
export const findLastHour = (sql: Sql) =>
  sql<{ hour: number | null }[]>`SELECT max(hour) AS hour FROM price_points`;

export const findAllStations = (sql: Sql) => sql<StoredStation[]>`
  SELECT id, region_id, name, station_class, facility, status, owner_player_id, tariff_bp FROM stations ORDER BY id`;

export const findAllMarkets = (sql: Sql) => sql<(StoredMarketRow & { stationId: string })[]>`
  SELECT station_id, commodity, direction, stock, capacity, target_bp, flow_per_hour, regen_acc, drift_bp, as_of,
         frozen_until, version
  FROM station_market ORDER BY station_id, commodity`;

/** Publishes the points of an hour; a repeated run changes nothing. */
export const insertPricePoints = (sql: Sql, points: readonly PricePoint[]): AnyStatement =>
  sql`INSERT INTO price_points (station_id, commodity, hour, direction, ask, bid, stock_tenths)
      SELECT * FROM unnest(${points.map((point) => point.stationId)}::uuid[], ${points.map((point) => point.commodity)}::text[],
        ${points.map((point) => point.hour)}::int4[], ${points.map((point) => point.direction)}::text[],
        ${points.map((point) => (point.ask === null ? null : String(point.ask))) as string[]}::int8[],
        ${points.map((point) => (point.bid === null ? null : String(point.bid))) as string[]}::int8[],
        ${points.map((point) => point.stockTenths)}::int2[])
      ON CONFLICT DO NOTHING`;

/** Points of an hour for some stations. */
export const findPointsOfHour = (sql: Sql, stationIds: readonly string[], hour: number) => sql<PricePoint[]>`
  SELECT station_id, commodity, hour, direction, ask, bid, stock_tenths FROM price_points
  WHERE hour = ${hour} AND station_id = ANY(${[...stationIds]}::uuid[]) ORDER BY station_id, commodity`;

/** Points of one market from an hour on, oldest first. */
export const findPointsSince = (sql: Sql, stationId: string, commodity: string, fromHour: number) => sql<
  PricePoint[]
>`
  SELECT station_id, commodity, hour, direction, ask, bid, stock_tenths FROM price_points
  WHERE station_id = ${stationId} AND commodity = ${commodity} AND hour >= ${fromHour} ORDER BY hour`;

/** The points of all markets of a station at one hour, for the 24 h trend. */
export const findPointsOfStation = (sql: Sql, stationId: string, hour: number) => sql<PricePoint[]>`
  SELECT station_id, commodity, hour, direction, ask, bid, stock_tenths FROM price_points
  WHERE station_id = ${stationId} AND hour = ${hour}`;
