import type { AnyStatement, Sql } from '@sw/db';
import { shipColumns } from '../player/index.ts';
import type { DeskRow, FleetCargoRow, FleetRow } from './fleet-row.ts';

const fleetColumns = (sql: Sql) => sql`
  ${shipColumns(sql)}, s.purchase_value, s.upgrade_spend, s.insured_from, s.insured_until, s.insured_value,
  s.insurance_paid_at, s.derelict_at, s.former_owner_id, s.fuse_at,
  s.created_at`;

/** Locks every ship of a player, and a derelict he means; the player row must be locked before. */
export const lockFleet = (sql: Sql, playerId: string, derelictId: string | null) => sql<FleetRow[]>`
  SELECT ${fleetColumns(sql)} FROM ships s
  WHERE (s.owner_id = ${playerId} AND s.status <> 'destroyed')
     OR (s.id = ${derelictId}::uuid AND s.status = 'derelict')
  ORDER BY s.id FOR NO KEY UPDATE OF s`;

/** Every ship of a player. */
export const findFleet = (sql: Sql, playerId: string) => sql<FleetRow[]>`
  SELECT ${fleetColumns(sql)} FROM ships s
  WHERE s.owner_id = ${playerId} AND s.status <> 'destroyed' ORDER BY s.created_at, s.id`;

/** What drifts where a player is and is not his. */
export const findDerelictsNear = (sql: Sql, playerId: string) => sql<FleetRow[]>`
  SELECT ${fleetColumns(sql)} FROM ships s
  WHERE s.status = 'derelict' AND s.owner_id IS DISTINCT FROM ${playerId}
    AND s.sector_id = (SELECT a.sector_id FROM ships a JOIN players p ON p.active_ship_id = a.id WHERE p.id = ${playerId})
  ORDER BY s.derelict_at, s.id LIMIT 50`;

/** A ship of anybody, with the callsign painted beside its name. */
export const findAnyShip = (sql: Sql, shipId: string) => sql<
  {
    id: string;
    type: FleetRow['type'];
    name: string;
    registration: string;
    status: FleetRow['status'];
    sectorId: number;
    ownerId: string | null;
    owner: string | null;
  }[]
>`
  SELECT s.id, s.type, s.name, s.registration, s.status, s.sector_id, s.owner_id, p.callsign AS owner
  FROM ships s LEFT JOIN players p ON p.id = s.owner_id WHERE s.id = ${shipId} AND s.status <> 'destroyed'`;

/** The holds of a player's ships, and of a derelict he means. */
export const findFleetCargo = (sql: Sql, playerId: string, derelictId: string | null = null) => sql<
  FleetCargoRow[]
>`
  SELECT c.ship_id, c.commodity, c.quantity, c.avg_cost, c.rest_cost
  FROM ship_cargo c JOIN ships s ON s.id = c.ship_id
  WHERE (s.owner_id = ${playerId} OR s.id = ${derelictId}::uuid) AND s.status <> 'destroyed' AND c.quantity > 0
  ORDER BY c.commodity`;

const deskOf = (sql: Sql, playerId: string) => sql`
  SELECT t.id, t.status, t.services, t.service_bp FROM stations t
  WHERE t.id = (SELECT a.station_id FROM ships a JOIN players p ON p.active_ship_id = a.id WHERE p.id = ${playerId})`;

/** The station the player is docked at, under a shared lock: a change of the station waits. */
export const shareDesk = (sql: Sql, playerId: string) => sql<DeskRow[]>`
  ${deskOf(sql, playerId)} FOR SHARE OF t`;

export const findDesk = (sql: Sql, playerId: string) => sql<DeskRow[]>`${deskOf(sql, playerId)}`;

/** Payouts of insurers and loans of dealers to a player since a moment. */
export const findClaimsSince = (sql: Sql, playerId: string, since: Date) => sql<{ n: number }[]>`
  SELECT count(*)::int AS n FROM ships WHERE owner_id = ${playerId} AND insurance_paid_at > ${since}`;

export const findLoansSince = (sql: Sql, playerId: string, since: Date) => sql<{ at: Date }[]>`
  SELECT created_at AS at FROM ships WHERE owner_id = ${playerId} AND is_loaner AND created_at > ${since}
  ORDER BY created_at`;

/** A new ship of a player. */
export const insertShip = (sql: Sql, ship: FleetRow): AnyStatement =>
  sql`INSERT INTO ships (id, region_id, registration, type, name, owner_id, sector_id, status, station_id, docked_at,
        hull, shields, shields_at, condition_milli, condition_at, cargo_capacity, cargo_used, purchase_value, is_loaner,
        created_at)
      VALUES (${ship.id}, ${ship.regionId}, ${ship.registration}, ${ship.type}, ${ship.name}, ${ship.ownerId},
        ${ship.sectorId}, ${ship.status}, ${ship.stationId}, ${ship.dockedAt}, ${ship.hull}, ${ship.shields},
        ${ship.shieldsAt}, ${ship.conditionMilli}, ${ship.conditionAt}, ${ship.cargoCapacity}, ${ship.cargoUsed},
        ${ship.purchaseValue}, ${ship.isLoaner}, ${ship.createdAt})`;

/** Keeps everything of a ship that a command may have changed. */
export const writeShip = (sql: Sql, ship: FleetRow): AnyStatement =>
  sql`UPDATE ships SET name = ${ship.name}, owner_id = ${ship.ownerId}, region_id = ${ship.regionId},
        sector_id = ${ship.sectorId}, status = ${ship.status}, station_id = ${ship.stationId},
        docked_at = ${ship.dockedAt}, hull = ${ship.hull}, shields = ${ship.shields}, shields_at = ${ship.shieldsAt},
        shields_acc = ${ship.shieldsAcc}, condition_milli = ${ship.conditionMilli},
        condition_at = ${ship.conditionAt}, condition_acc = ${ship.conditionAcc}, fault = ${ship.fault},
        cargo_capacity = ${ship.cargoCapacity}, cargo_used = ${ship.cargoUsed},
        engine_level = ${ship.engineLevel}, cargo_hold_level = ${ship.cargoHoldLevel},
        shield_level = ${ship.shieldLevel}, hull_level = ${ship.hullLevel}, sensor_level = ${ship.sensorLevel},
        drone_bay_level = ${ship.droneBayLevel}, genesis_containment_level = ${ship.genesisContainmentLevel},
        maintenance_system_level = ${ship.maintenanceSystemLevel}, upgrade_spend = ${ship.upgradeSpend},
        purchase_value = ${ship.purchaseValue}, insured_from = ${ship.insuredFrom},
        insured_until = ${ship.insuredUntil}, insured_value = ${ship.insuredValue},
        insurance_paid_at = ${ship.insurancePaidAt}, derelict_at = ${ship.derelictAt},
        former_owner_id = ${ship.formerOwnerId}, tow_ship_id = ${ship.towShipId}, tow_type = ${ship.towType}, fuse_at = ${ship.fuseAt},
        version = version + 1
      WHERE id = ${ship.id}`;

/** Whom the player pilots from now on. */
export const writeActiveShip = (sql: Sql, playerId: string, shipId: string): AnyStatement =>
  sql`UPDATE players SET active_ship_id = ${shipId} WHERE id = ${playerId}`;

/** Removes a pod that was left; jobs whose sealed cargo it carried go on in the ship that took its load. */
export const deletePod = (sql: Sql, shipId: string, loadedInto: string): AnyStatement[] => [
  sql`UPDATE contracts SET ship_id = ${loadedInto} WHERE ship_id = ${shipId}`,
  sql`DELETE FROM ship_cargo WHERE ship_id = ${shipId}`,
  sql`DELETE FROM ships WHERE id = ${shipId} AND type = 'escape_pod'`,
];

/** Destroys what a ship carried. */
export const emptyHold = (sql: Sql, shipId: string): AnyStatement =>
  sql`DELETE FROM ship_cargo WHERE ship_id = ${shipId}`;

/** A module in its slot, new or with another level. */
export const writeModule = (
  sql: Sql,
  shipId: string,
  module: { readonly slot: number; readonly item: string; readonly level: number; readonly paid: bigint },
): AnyStatement =>
  sql`INSERT INTO ship_equipment (ship_id, slot, item, level, paid)
      VALUES (${shipId}, ${module.slot}, ${module.item}, ${module.level}, ${module.paid})
      ON CONFLICT (ship_id, item) DO UPDATE SET level = excluded.level, paid = excluded.paid`;

export const deleteModule = (sql: Sql, shipId: string, item: string): AnyStatement =>
  sql`DELETE FROM ship_equipment WHERE ship_id = ${shipId} AND item = ${item}`;
