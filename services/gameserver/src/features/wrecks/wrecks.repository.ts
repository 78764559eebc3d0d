import type { AnyStatement, Sql } from '@sw/db';
import type { CargoLine, ShipTypeKey } from '@sw/rules';

/** A wreck with all that lies in it. */
export interface WreckRow {
  readonly id: string;
  readonly sectorId: number;
  readonly shipType: ShipTypeKey;
  readonly name: string;
  readonly originalOwnerId: string | null;
  readonly robbedBy: readonly string[];
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly items: readonly CargoLine[];
}

const wreckColumns = (sql: Sql) => sql`
  w.id, w.sector_id, w.ship_type, w.name, w.original_owner_id, w.robbed_by, w.created_at, w.expires_at,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('commodity', c.commodity, 'quantity', c.quantity)
                             ORDER BY c.commodity), '[]')
   FROM wreck_cargo c WHERE c.wreck_id = w.id) AS items`;

/** The wrecks of a sector that are still there, oldest first. */
export const findWrecks = (sql: Sql, sectorId: number, now: Date) => sql<WreckRow[]>`
  SELECT ${wreckColumns(sql)} FROM wrecks w
  WHERE w.sector_id = ${sectorId} AND w.expires_at > ${now} ORDER BY w.created_at, w.id LIMIT 50`;

/**
 * Locks a wreck; its goods change under this lock only, and are read by `findWreck` after it: a statement that waited for
 * the lock would still see what was there before.
 */
export const lockWreck = (sql: Sql, wreckId: string) => sql<{ id: string }[]>`
  SELECT id FROM wrecks WHERE id = ${wreckId} FOR UPDATE`;

/** A wreck as it is, for whoever holds its lock. */
export const findWreck = (sql: Sql, wreckId: string) => sql<WreckRow[]>`
  SELECT ${wreckColumns(sql)} FROM wrecks w WHERE w.id = ${wreckId}`;

export const insertWreck = (sql: Sql, wreck: WreckRow): AnyStatement[] => [
  sql`INSERT INTO wrecks (id, sector_id, ship_type, name, original_owner_id, created_at, expires_at)
      VALUES (${wreck.id}, ${wreck.sectorId}, ${wreck.shipType}, ${wreck.name}, ${wreck.originalOwnerId},
        ${wreck.createdAt}, ${wreck.expiresAt})`,
  insertItems(sql, wreck.id, wreck.items),
];

/** Keeps what is left of a wreck; an emptied one goes. */
export const writeWreck = (
  sql: Sql,
  wreckId: string,
  left: readonly CargoLine[],
  robbedBy: readonly string[],
): AnyStatement[] =>
  left.length === 0
    ? [sql`DELETE FROM wrecks WHERE id = ${wreckId}`]
    : [
        sql`UPDATE wrecks SET robbed_by = ${[...robbedBy]}::uuid[] WHERE id = ${wreckId}`,
        sql`DELETE FROM wreck_cargo WHERE wreck_id = ${wreckId}`,
        insertItems(sql, wreckId, left),
      ];

const insertItems = (sql: Sql, wreckId: string, items: readonly CargoLine[]): AnyStatement =>
  sql`INSERT INTO wreck_cargo (wreck_id, commodity, quantity)
      SELECT ${wreckId}::uuid, * FROM unnest(${items.map(({ commodity }) => commodity)}::text[],
        ${items.map(({ quantity }) => quantity)}::int4[])`;

/** Removes wrecks whose time is over; those that went. */
export const deleteExpired = (sql: Sql, now: Date) => sql<{ id: string; sectorId: number }[]>`
  DELETE FROM wrecks WHERE expires_at <= ${now} RETURNING id, sector_id`;

/** Makes a suspect of a player, who pays with his reputation. */
export const writeSuspect = (sql: Sql, playerId: string, until: Date, reputation: number): AnyStatement =>
  sql`UPDATE players SET suspect_until = ${until}, personal_reputation = ${reputation} WHERE id = ${playerId}`;

/** What drifts in a sector: wrecks, and ships nobody flies or tows. */
export const findAdrift = (sql: Sql, sectorId: number, now: Date) => sql<
  { id: string; kind: 'wreck' | 'derelict'; shipType: ShipTypeKey; name: string }[]
>`
  SELECT id, 'wreck' AS kind, ship_type, name FROM wrecks WHERE sector_id = ${sectorId} AND expires_at > ${now}
  UNION ALL
  SELECT id, 'derelict', type, name FROM ships WHERE sector_id = ${sectorId} AND status = 'derelict'
  ORDER BY kind, name, id LIMIT 50`;
