import type { AnyStatement, Sql } from '@sw/db';
import { MAX_SIGHTINGS } from '@sw/rules';

/** The three bitmaps of a player in one region, one bit a sector number. */
export interface ChartRow {
  readonly regionId: string;
  readonly charted: Uint8Array;
  readonly scanned: Uint8Array;
  readonly visited: Uint8Array;
  readonly version: bigint;
}

/** All charts of a player; the player row guards them against change. */
export const findCharts = (sql: Sql, playerId: string) => sql<ChartRow[]>`
  SELECT region_id, charted, scanned, visited, version FROM player_charts WHERE player_id = ${playerId}`;

/** When the player last was in the sectors he was in last. */
export const findSightings = (sql: Sql, playerId: string) => sql<{ sectorId: number; seenAt: Date }[]>`
  SELECT sector_id, seen_at FROM sector_sightings
  WHERE player_id = ${playerId} ORDER BY seen_at DESC, sector_id LIMIT ${MAX_SIGHTINGS}`;

/** The same for some sectors. */
export const findSightingsOf = (sql: Sql, playerId: string, sectorIds: readonly number[]) => sql<
  { sectorId: number; seenAt: Date }[]
>`
  SELECT sector_id, seen_at FROM sector_sightings
  WHERE player_id = ${playerId} AND sector_id = ANY(${[...sectorIds]}::int4[])`;

/** The same for the sector a player's ship is in, what its warps lead to, and one sector more. */
export const findSightingsAround = (sql: Sql, playerId: string, sectorId: number | null) => sql<
  { sectorId: number; seenAt: Date }[]
>`
  WITH here AS (
    SELECT s.sector_id FROM ships s JOIN players p ON p.active_ship_id = s.id WHERE p.id = ${playerId})
  SELECT sector_id, seen_at FROM sector_sightings
  WHERE player_id = ${playerId} AND sector_id IN (
    SELECT sector_id FROM here
    UNION ALL SELECT w.to_sector_id FROM warps w JOIN here ON w.from_sector_id = here.sector_id
    UNION ALL SELECT ${sectorId}::int4)`;

/** Sectors of a block of ids visited since a version of the chart they are on, at most `limit`. */
export const findSightingsSince = (
  sql: Sql,
  playerId: string,
  version: bigint,
  { firstId, lastId, limit }: { readonly firstId: number; readonly lastId: number; readonly limit: number },
) => sql<{ sectorId: number }[]>`
  SELECT sector_id FROM sector_sightings
  WHERE player_id = ${playerId} AND chart_version > ${version} AND sector_id BETWEEN ${firstId} AND ${lastId}
  LIMIT ${limit}`;

/** Hidden warps the player has revealed. */
export const findKnownWarps = (sql: Sql, playerId: string) => sql<{ warpId: bigint }[]>`
  SELECT warp_id FROM player_known_warps WHERE player_id = ${playerId}`;

/** Keeps a chart; the bitmaps were computed under the player's lock. */
export const writeChart = (sql: Sql, playerId: string, chart: ChartRow): AnyStatement =>
  sql`INSERT INTO player_charts AS c (player_id, region_id, charted, scanned, visited, version)
      VALUES (${playerId}, ${chart.regionId}, ${Buffer.from(chart.charted)}, ${Buffer.from(chart.scanned)},
              ${Buffer.from(chart.visited)}, ${chart.version})
      ON CONFLICT (player_id, region_id) DO UPDATE
      SET charted = excluded.charted, scanned = excluded.scanned, visited = excluded.visited, version = excluded.version`;

/** Notes that the player is in a sector now. */
export const writeSighting = (
  sql: Sql,
  playerId: string,
  sectorId: number,
  nowMs: number,
  version: bigint,
): AnyStatement =>
  sql`INSERT INTO sector_sightings AS s (player_id, sector_id, seen_at, chart_version)
      VALUES (${playerId}, ${sectorId}, ${new Date(nowMs)}, ${version})
      ON CONFLICT (player_id, sector_id) DO UPDATE SET seen_at = excluded.seen_at, chart_version = excluded.chart_version,
          traffic = NULL`;

/** When the player last was in a sector. */
export const findSeenAt = (sql: Sql, playerId: string, sectorId: number) => sql<{ seenAt: Date }[]>`
  SELECT seen_at FROM sector_sightings WHERE player_id = ${playerId} AND sector_id = ${sectorId}`;

/** What a scan saw from outside, with the version of the chart each sector is on. */
export const writeScanned = (
  sql: Sql,
  playerId: string,
  seen: readonly { readonly sectorId: number; readonly traffic: string | null; readonly version: bigint }[],
  nowMs: number,
): AnyStatement =>
  sql`INSERT INTO sector_sightings AS s (player_id, sector_id, seen_at, chart_version, traffic)
      SELECT ${playerId}::uuid, d.sector_id, ${new Date(nowMs)}, d.version, d.traffic
      FROM unnest(${seen.map(({ sectorId }) => sectorId)}::int4[], ${seen.map(({ version }) => String(version))}::int8[],
                  ${seen.map(({ traffic }) => traffic) as string[]}::text[]) AS d (sector_id, version, traffic)
      ON CONFLICT (player_id, sector_id) DO UPDATE
      SET seen_at = excluded.seen_at, chart_version = excluded.chart_version, traffic = excluded.traffic`;

/** What the last scan of a sector saw of its ships. */
export const findTraffic = (sql: Sql, playerId: string, sectorId: number) => sql<
  { traffic: 'none' | 'some' | 'busy' | null }[]
>`
  SELECT traffic FROM sector_sightings WHERE player_id = ${playerId} AND sector_id = ${sectorId}`;

/** Reveals hidden warps to a player. */
export const writeKnownWarps = (
  sql: Sql,
  playerId: string,
  warpIds: readonly number[],
  nowMs: number,
): AnyStatement =>
  sql`INSERT INTO player_known_warps (player_id, warp_id, via, at)
      SELECT ${playerId}::uuid, w.id, 'scan', ${new Date(nowMs)} FROM unnest(${warpIds.map(String)}::int8[]) AS w (id)
      ON CONFLICT DO NOTHING`;

/** Says that the charts were changed in sectors no sighting names: who is behind has to fetch them whole. */
export const raiseDeltaFloor = (sql: Sql, playerId: string, regionIds: readonly string[]): AnyStatement =>
  sql`UPDATE player_charts SET delta_floor = version
      WHERE player_id = ${playerId} AND region_id = ANY(${[...regionIds]}::uuid[])`;

export const findDeltaFloor = (sql: Sql, playerId: string, regionId: string) => sql<{ deltaFloor: bigint }[]>`
  SELECT delta_floor FROM player_charts WHERE player_id = ${playerId} AND region_id = ${regionId}`;
