import type { AnyStatement, Sql } from '@sw/db';

/** Whose ships are still in a region, by id. */
export const findOwnersIn = (sql: Sql, regionId: string, after: string | null, limit: number) =>
  sql<{ ownerId: string }[]>`
    SELECT DISTINCT owner_id FROM ships
    WHERE region_id = ${regionId} AND status NOT IN ('destroyed', 'derelict') AND (${after}::uuid IS NULL OR owner_id > ${after})
    ORDER BY owner_id LIMIT ${limit}`;

/** All ships of one owner in a region, locked. */
export const lockShipsIn = (sql: Sql, regionId: string, ownerId: string) =>
  sql<{ id: string }[]>`
    SELECT id FROM ships WHERE owner_id = ${ownerId} AND region_id = ${regionId} AND status NOT IN ('destroyed', 'derelict')
    ORDER BY id FOR UPDATE`;

/** Takes a ship out of its berth, or where it drifts, into open space somewhere else. */
export const moveToSector = (sql: Sql, shipId: string, sectorId: number, regionId: string): AnyStatement =>
  sql`UPDATE ships SET sector_id = ${sectorId}, region_id = ${regionId}, status = 'in_space', station_id = NULL,
        docked_at = NULL, version = version + 1
      WHERE id = ${shipId}`;

/** Berths ships at a station of another region. */
export const berthShips = (
  sql: Sql,
  shipIds: readonly string[],
  berth: { readonly stationId: string; readonly sectorId: number; readonly regionId: string },
  nowMs: number,
): AnyStatement =>
  sql`UPDATE ships SET sector_id = ${berth.sectorId}, region_id = ${berth.regionId}, status = 'docked',
        station_id = ${berth.stationId}, docked_at = ${new Date(nowMs)}, version = version + 1
      WHERE id = ANY(${[...shipIds]}::uuid[])`;

/** What drifts in a region without a pilot drifts on where its link ended: derelicts and wrecks. */
export const moveAdrift = (
  sql: Sql,
  region: { readonly id: string; readonly firstSectorId: number; readonly sectorCount: number },
  to: { readonly sectorId: number; readonly regionId: string },
): AnyStatement[] => [
  sql`UPDATE ships SET sector_id = ${to.sectorId}, region_id = ${to.regionId}, version = version + 1
      WHERE region_id = ${region.id} AND status = 'derelict'`,
  sql`UPDATE wrecks SET sector_id = ${to.sectorId}
      WHERE sector_id BETWEEN ${region.firstSectorId} AND ${region.firstSectorId + region.sectorCount - 1}`,
];
