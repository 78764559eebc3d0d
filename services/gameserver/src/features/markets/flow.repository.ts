import type { AnyStatement, Sql } from '@sw/db';
import type { MarketDepth, MarketRow } from '@sw/rules';
import type { StoredMarketRow } from './market-row.ts';

/** An hour in UTC: the whole days since 1970, and the hour of that day. */
export interface FlowHour {
  readonly day: number;
  readonly hour: number;
}

/** Renewals are remembered for so long; older ones can never be asked for. */
const KEPT_DAYS = 7;

/** Regions whose flow was not renewed yet in an hour. */
export const findRegionsToRenew = (sql: Sql, { day, hour }: FlowHour) => sql<{ id: string }[]>`
  SELECT r.id FROM regions r
  WHERE NOT EXISTS (SELECT FROM region_flow_days d
                    WHERE d.region_id = r.id AND d.day = ${day} AND d.hour = ${hour}) ORDER BY r.id`;

/** Players who spent at least so many turns in a region between two moments. */
export const countActivePlayers = (
  sql: Sql,
  regionId: string,
  {
    fromMs,
    toMs,
    leastTurns,
  }: { readonly fromMs: number; readonly toMs: number; readonly leastTurns: number },
) => sql<{ count: number }[]>`
  SELECT count(*)::int AS count FROM (
    SELECT FROM turn_ledger
    WHERE region_id = ${regionId} AND at >= ${new Date(fromMs)} AND at < ${new Date(toMs)}
    GROUP BY player_id HAVING sum(spent) >= ${leastTurns}) active`;

/** Stations of a region with a market whose flow or capacity differs from what so many players make it. */
export const findStationsToPace = (sql: Sql, regionId: string, flow: number, depth: MarketDepth) => sql<
  { stationId: string }[]
>`
  SELECT DISTINCT m.station_id FROM station_market m JOIN stations s ON s.id = m.station_id
  WHERE s.region_id = ${regionId}
    AND (m.flow_per_hour <> m.base_flow_per_hour * ${flow}::int
      OR m.capacity <> m.base_capacity::bigint * ${depth.times}::int / ${depth.of}::int)
  ORDER BY m.station_id`;

/** A market row with what it makes and holds for one player. */
export type StoredPace = StoredMarketRow & {
  readonly baseFlowPerHour: number;
  readonly baseCapacity: number;
};

/** Locks all market rows of a station, in the one order. */
export const lockPaces = (sql: Sql, stationId: string) => sql<StoredPace[]>`
  SELECT commodity, direction, stock, capacity, base_capacity, target_bp, flow_per_hour, base_flow_per_hour, regen_acc,
         drift_bp, as_of, frozen_until, version
  FROM station_market WHERE station_id = ${stationId} ORDER BY commodity FOR NO KEY UPDATE`;

/** Keeps rows that were settled and given another pace. */
export const writePaces = (sql: Sql, stationId: string, rows: readonly MarketRow[]): AnyStatement =>
  sql`UPDATE station_market m
      SET stock = d.stock, capacity = d.capacity, flow_per_hour = d.flow_per_hour, regen_acc = d.regen_acc,
          drift_bp = d.drift_bp, as_of = d.as_of, version = d.version
      FROM unnest(${rows.map((row) => row.commodity)}::text[], ${rows.map((row) => row.stock)}::int4[],
                  ${rows.map((row) => row.capacity)}::int4[], ${rows.map((row) => row.flowPerHour)}::int4[],
                  ${rows.map((row) => row.regenAcc)}::int8[], ${rows.map((row) => row.driftBp)}::int4[],
                  ${rows.map((row) => new Date(row.asOfMs).toISOString())}::timestamptz[],
                  ${rows.map((row) => row.version)}::int4[])
           AS d (commodity, stock, capacity, flow_per_hour, regen_acc, drift_bp, as_of, version)
      WHERE m.station_id = ${stationId} AND m.commodity = d.commodity`;

/** Notes that a region has its flow of an hour, and forgets the old ones. */
export const writeRegionFlow = (
  sql: Sql,
  regionId: string,
  { day, hour }: FlowHour,
  activePlayers: number,
): AnyStatement[] => [
  sql`INSERT INTO region_flow_days (region_id, day, hour, active_players)
      VALUES (${regionId}, ${day}, ${hour}, ${activePlayers}) ON CONFLICT DO NOTHING`,
  sql`DELETE FROM region_flow_days WHERE region_id = ${regionId} AND day < ${day - KEPT_DAYS}`,
  sql`UPDATE regions SET active_players = ${activePlayers} WHERE id = ${regionId}`,
];

/** How many players were active in each region at the last renewal: what the pace of its markets follows. */
export const findActivePlayers = (sql: Sql) => sql<{ name: string; activePlayers: number }[]>`
  SELECT name, active_players FROM regions ORDER BY name`;
