import type { AnyStatement, Sql } from '@sw/db';
import type { PersonalItem, SettledReserve } from '@sw/rules';

export interface ReserveRow {
  readonly sectorId: number;
  readonly max: number;
  readonly amount: number | null;
  readonly hour: number | null;
}

/** Locks the sector the player's ship is in; player and ship must be locked before. */
export const lockReserve = (sql: Sql, playerId: string) => sql<ReserveRow[]>`
  SELECT id AS sector_id, reserve_max AS max, reserve AS amount, reserve_hour AS hour FROM sectors
  WHERE id = (SELECT s.sector_id FROM ships s JOIN players p ON p.active_ship_id = s.id WHERE p.id = ${playerId})
  FOR NO KEY UPDATE`;

export const findReserve = (sql: Sql, playerId: string) => sql<ReserveRow[]>`
  SELECT id AS sector_id, reserve_max AS max, reserve AS amount, reserve_hour AS hour FROM sectors
  WHERE id = (SELECT s.sector_id FROM ships s JOIN players p ON p.active_ship_id = s.id WHERE p.id = ${playerId})`;

export const writeReserve = (sql: Sql, sectorId: number, reserve: SettledReserve): AnyStatement =>
  sql`UPDATE sectors SET reserve = ${reserve.amount}, reserve_hour = ${reserve.hour} WHERE id = ${sectorId}`;

/** What a player has of his own that no hold carries. */
export const findItems = (sql: Sql, playerId: string) => sql<{ item: PersonalItem; quantity: number }[]>`
  SELECT item, quantity FROM player_items WHERE player_id = ${playerId} AND quantity > 0 ORDER BY item`;

export const addItems = (
  sql: Sql,
  playerId: string,
  items: readonly { readonly item: PersonalItem; readonly quantity: number }[],
): AnyStatement =>
  sql`INSERT INTO player_items AS i (player_id, item, quantity)
      SELECT ${playerId}::uuid, d.item, d.quantity
      FROM unnest(${items.map(({ item }) => item)}::text[], ${items.map(({ quantity }) => quantity)}::int4[]) AS d (item, quantity)
      ON CONFLICT (player_id, item) DO UPDATE SET quantity = i.quantity + excluded.quantity`;
