import type { AnyStatement, Sql } from '@sw/db';
import type { ShipRow } from '../player/index.ts';
import { shipColumns } from '../player/index.ts';

/** Where a towed ship is brought. */
export interface TowedPlace {
  readonly sectorId: number;
  readonly regionId: string;
  readonly status: 'docked' | 'in_space' | 'derelict';
  readonly stationId: string | null;
  readonly dockedAt: Date | null;
  readonly derelictAt: Date | null;
}

/**
 * Locks a ship in tow. Only commands of its owner write it, and they hold his row: it may be locked after what comes
 * later in the lock order.
 */
export const lockTowed = (sql: Sql, shipId: string) => sql<ShipRow[]>`
  SELECT ${shipColumns(sql)} FROM ships s WHERE s.id = ${shipId} FOR NO KEY UPDATE OF s`;

/** The same without a lock, to look at. */
export const findTowed = (sql: Sql, shipId: string) => sql<ShipRow[]>`
  SELECT ${shipColumns(sql)} FROM ships s WHERE s.id = ${shipId}`;

/** Brings a towed ship somewhere, with what time has made of it. */
export const writeTowed = (sql: Sql, ship: ShipRow, place: TowedPlace): AnyStatement =>
  sql`UPDATE ships SET sector_id = ${place.sectorId}, region_id = ${place.regionId}, status = ${place.status},
        station_id = ${place.stationId}, docked_at = ${place.dockedAt}, derelict_at = ${place.derelictAt},
        shields = ${ship.shields}, shields_at = ${ship.shieldsAt}, shields_acc = ${ship.shieldsAcc},
        condition_milli = ${ship.conditionMilli}, condition_at = ${ship.conditionAt},
        condition_acc = ${ship.conditionAcc}, version = version + 1
      WHERE id = ${ship.id}`;

/** Takes the line off a tug. */
export const clearTow = (sql: Sql, tugId: string): AnyStatement =>
  sql`UPDATE ships SET tow_ship_id = NULL, tow_type = NULL, version = version + 1 WHERE id = ${tugId}`;
