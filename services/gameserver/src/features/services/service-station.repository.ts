import type { Sql } from '@sw/db';
import type { Facility, StationClass, StationService, StationStatus } from '@sw/rules';

/** A station as its counters see it. */
export interface ServiceStationRow {
  readonly id: string;
  readonly sectorId: number;
  readonly regionId: string;
  readonly name: string;
  readonly stationClass: StationClass;
  readonly facility: Facility;
  readonly status: StationStatus;
  readonly ownerPlayerId: string | null;
  readonly serviceBp: number;
  readonly warehouseBp: number;
  readonly services: StationService[];
}

/** The station the active ship of a player is docked at, under a shared lock; the ship must be locked before. */
export const shareStationOfShip = (sql: Sql, playerId: string) => sql<ServiceStationRow[]>`
  SELECT id, sector_id, region_id, name, station_class, facility, status, owner_player_id, service_bp, warehouse_bp,
         services
  FROM stations
  WHERE id = (SELECT s.station_id FROM ships s JOIN players p ON p.active_ship_id = s.id WHERE p.id = ${playerId})
  FOR SHARE`;

/** The same without a lock, to look at. */
export const findStationOfShip = (sql: Sql, playerId: string) => sql<ServiceStationRow[]>`
  SELECT t.id, t.sector_id, t.region_id, t.name, t.station_class, t.facility, t.status, t.owner_player_id, t.service_bp,
         t.warehouse_bp, t.services
  FROM stations t JOIN ships s ON s.station_id = t.id JOIN players p ON p.active_ship_id = s.id
  WHERE p.id = ${playerId}`;

/** Wallet and bank of a player, to look at. */
export const findPurse = (sql: Sql, playerId: string) => sql<{ id: string; balance: bigint }[]>`
  SELECT id, balance FROM ledger_accounts WHERE id IN (${`wallet:${playerId}`}, ${`bank:${playerId}`})`;
