import type { AnyStatement, Sql } from '@sw/db';
import type { Facility, SecurityTier, StationStatus } from '@sw/rules';

/** A station as docks see it. */
export interface DockStationRow {
  readonly id: string;
  readonly sectorId: number;
  readonly name: string;
  readonly status: StationStatus;
  readonly minStanding: number;
  readonly ownerPlayerId: string | null;
  readonly ownerName: string | null;
  readonly securityTier: SecurityTier;
  readonly dockingFeeBp: number;
  readonly tariffBp: number;
  readonly facility: Facility;
}

/** The station under a shared lock: dockings run side by side, a change of the station waits. */
export const shareDockStation = (sql: Sql, stationId: string) => sql<DockStationRow[]>`
  SELECT s.id, s.sector_id, s.name, s.status, s.min_standing, s.owner_player_id, NULL::text AS owner_name, s.security_tier,
         s.docking_fee_bp, s.tariff_bp, s.facility
  FROM stations s WHERE s.id = ${stationId} FOR SHARE`;

export const findDockStations = (sql: Sql, stationIds: readonly string[]) => sql<DockStationRow[]>`
  SELECT s.id, s.sector_id, s.name, s.status, s.min_standing, s.owner_player_id, owner.callsign AS owner_name,
         s.security_tier, s.docking_fee_bp, s.tariff_bp, s.facility
  FROM stations s LEFT JOIN players owner ON owner.id = s.owner_player_id
  WHERE s.id = ANY(${[...stationIds]}::uuid[])`;

/** Whether the player has docked anywhere before. */
export const findHasDocked = (sql: Sql, playerId: string) => sql<{ hasDocked: boolean }[]>`
  SELECT EXISTS (SELECT 1 FROM player_stations_docked WHERE player_id = ${playerId}) AS has_docked`;

export const writeDocked = (sql: Sql, shipId: string, stationId: string, at: Date): AnyStatement =>
  sql`UPDATE ships SET status = 'docked', station_id = ${stationId}, docked_at = ${at}, version = version + 1 WHERE id = ${shipId}`;

export const writeUndocked = (sql: Sql, shipId: string): AnyStatement =>
  sql`UPDATE ships SET status = 'in_space', station_id = NULL, docked_at = NULL, version = version + 1 WHERE id = ${shipId}`;

export const writeFeeWaived = (sql: Sql, playerId: string, at: Date): AnyStatement =>
  sql`UPDATE players SET last_fee_waived_on = ${at} WHERE id = ${playerId}`;

export const noteDocked = (sql: Sql, playerId: string, stationId: string, at: Date): AnyStatement =>
  sql`INSERT INTO player_stations_docked (player_id, station_id, first_at, last_at)
      VALUES (${playerId}, ${stationId}, ${at}, ${at})
      ON CONFLICT (player_id, station_id) DO UPDATE SET last_at = excluded.last_at`;
