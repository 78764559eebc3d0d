import type { AnyStatement, Sql } from '@sw/db';

/** Claims a folded name for a user; a row of another user stays his. */
export const claimName = (sql: Sql, folded: string, userId: string) => sql`
  INSERT INTO names (folded, user_id) VALUES (${folded}, ${userId}) ON CONFLICT (folded) DO NOTHING`;

export const findNameOwner = (sql: Sql, folded: string) => sql<{ userId: string }[]>`
  SELECT user_id FROM names WHERE folded = ${folded}`;

export const findUsername = (sql: Sql, userId: string) => sql<{ username: string }[]>`
  SELECT username FROM users WHERE id = ${userId}`;

export interface NewShip {
  readonly id: string;
  readonly regionId: string;
  readonly registration: string;
  readonly type: string;
  readonly name: string;
  readonly ownerId: string;
  readonly sectorId: number;
  readonly stationId: string;
  readonly hull: number;
  readonly shields: number;
  readonly cargoCapacity: number;
  readonly at: Date;
}

/** The bound hull of a first login, docked. */
export const insertBoundShip = (sql: Sql, ship: NewShip): AnyStatement =>
  sql`INSERT INTO ships (id, region_id, registration, type, name, owner_id, sector_id, status, station_id, docked_at,
        hull, shields, shields_at, condition_at, cargo_capacity, purchase_value, is_bound, created_at)
      VALUES (${ship.id}, ${ship.regionId}, ${ship.registration}, ${ship.type}, ${ship.name}, ${ship.ownerId},
        ${ship.sectorId}, 'docked', ${ship.stationId}, ${ship.at}, ${ship.hull}, ${ship.shields}, ${ship.at}, ${ship.at},
        ${ship.cargoCapacity}, 0, true, ${ship.at})`;

/** Ends the first login of a player. */
export const writeCompleted = (
  sql: Sql,
  playerId: string,
  done: {
    readonly callsign: string;
    readonly shipId: string;
    readonly newcomerUntil: Date;
    readonly at: Date;
  },
): AnyStatement =>
  sql`UPDATE players SET callsign = ${done.callsign}, first_login_state = 'completed', active_ship_id = ${done.shipId},
        newcomer_until = ${done.newcomerUntil}, turns_anchor_ms = ${done.at.getTime()}, last_active_at = ${done.at},
        rev = rev + 1
      WHERE id = ${playerId}`;
