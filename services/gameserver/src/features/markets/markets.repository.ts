import type { AnyStatement, Sql } from '@sw/db';
import type { CommodityKey, MarketRow } from '@sw/rules';
import type { StoredMarketRow, StoredStation } from './market-row.ts';

/** Reads the station under a shared lock: trades of different goods run side by side, a change of the station waits. */
export const shareStation = (sql: Sql, stationId: string) => sql<StoredStation[]>`
  SELECT id, region_id, name, station_class, facility, status, owner_player_id, tariff_bp
  FROM stations WHERE id = ${stationId} FOR SHARE`;

export const findStation = (sql: Sql, stationId: string) => sql<StoredStation[]>`
  SELECT id, region_id, name, station_class, facility, status, owner_player_id, tariff_bp
  FROM stations WHERE id = ${stationId}`;

/** Locks the rows of the goods in a basket, in the one order. */
export const lockMarkets = (sql: Sql, stationId: string, commodities: readonly CommodityKey[]) => sql<
  StoredMarketRow[]
>`
  SELECT commodity, direction, stock, capacity, target_bp, flow_per_hour, regen_acc, drift_bp, as_of, frozen_until, version
  FROM station_market
  WHERE station_id = ${stationId} AND commodity = ANY(${[...new Set(commodities)]})
  ORDER BY commodity FOR NO KEY UPDATE`;

/** Locks every market of a station, in the same order. */
export const lockAllMarkets = (sql: Sql, stationId: string) => sql<StoredMarketRow[]>`
  SELECT commodity, direction, stock, capacity, target_bp, flow_per_hour, regen_acc, drift_bp, as_of, frozen_until, version
  FROM station_market WHERE station_id = ${stationId} ORDER BY commodity FOR NO KEY UPDATE`;

export const findMarkets = (sql: Sql, stationId: string) => sql<StoredMarketRow[]>`
  SELECT commodity, direction, stock, capacity, target_bp, flow_per_hour, regen_acc, drift_bp, as_of, frozen_until, version
  FROM station_market WHERE station_id = ${stationId} ORDER BY commodity`;

/** Keeps the settled and moved rows of a basket, in one statement. */
export const writeMarkets = (sql: Sql, stationId: string, rows: readonly MarketRow[]): AnyStatement =>
  sql`UPDATE station_market m
      SET stock = d.stock, regen_acc = d.regen_acc, drift_bp = d.drift_bp, as_of = d.as_of, version = d.version
      FROM unnest(${rows.map((row) => row.commodity)}::text[], ${rows.map((row) => row.stock)}::int4[],
                  ${rows.map((row) => row.regenAcc)}::int8[], ${rows.map((row) => row.driftBp)}::int4[],
                  ${rows.map((row) => new Date(row.asOfMs).toISOString())}::timestamptz[], ${rows.map((row) => row.version)}::int4[])
           AS d (commodity, stock, regen_acc, drift_bp, as_of, version)
      WHERE m.station_id = ${stationId} AND m.commodity = d.commodity`;

export const findStations = (sql: Sql, stationIds: readonly string[]) => sql<StoredStation[]>`
  SELECT id, region_id, name, station_class, facility, status, owner_player_id, tariff_bp
  FROM stations WHERE id = ANY(${[...stationIds]}::uuid[]) ORDER BY id`;

export const findMarketsOf = (sql: Sql, stationIds: readonly string[]) => sql<
  (StoredMarketRow & { stationId: string })[]
>`
  SELECT station_id, commodity, direction, stock, capacity, target_bp, flow_per_hour, regen_acc, drift_bp, as_of,
         frozen_until, version
  FROM station_market WHERE station_id = ANY(${[...stationIds]}::uuid[]) ORDER BY station_id, commodity`;
