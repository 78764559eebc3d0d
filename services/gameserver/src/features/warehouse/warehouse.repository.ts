import type { AnyStatement, Sql } from '@sw/db';
import type { CargoItem, Warehouse } from '@sw/rules';

/** A warehouse with what lies in it, as one row. */
export interface WarehouseRow {
  readonly blocks: number;
  readonly paidUntil: Date;
  readonly unpaidSince: Date | null;
  /** Quantities and costs fit a JSON number: no account and no hold is that large. */
  readonly items: readonly {
    readonly kind: string;
    readonly quantity: number;
    readonly avgCost: number;
    readonly restCost: number;
  }[];
}

const items = (sql: Sql) => sql`
  coalesce((SELECT jsonb_agg(jsonb_build_object('kind', i.commodity, 'quantity', i.quantity, 'avgCost', i.avg_cost,
                                              'restCost', i.rest_cost)
                             ORDER BY i.commodity)
            FROM warehouse_items i WHERE i.player_id = w.player_id AND i.station_id = w.station_id), '[]') AS items`;

/** The warehouse of a player at a station, under its lock; the station is locked before. */
export const lockWarehouse = (sql: Sql, playerId: string, stationId: string) => sql<WarehouseRow[]>`
  SELECT w.blocks, w.paid_until, w.unpaid_since, ${items(sql)}
  FROM warehouses w WHERE w.player_id = ${playerId} AND w.station_id = ${stationId} FOR UPDATE OF w`;

export const findWarehouse = (sql: Sql, playerId: string, stationId: string) => sql<WarehouseRow[]>`
  SELECT w.blocks, w.paid_until, w.unpaid_since, ${items(sql)}
  FROM warehouses w WHERE w.player_id = ${playerId} AND w.station_id = ${stationId}`;

/** Warehouses whose paid time is over, the longest unpaid first. */
export const findDue = (
  sql: Sql,
  at: Date,
  after: { playerId: string; stationId: string } | null,
  limit: number,
) =>
  sql<{ playerId: string; stationId: string }[]>`
  SELECT player_id, station_id FROM warehouses
  WHERE paid_until <= ${at} AND (${after?.playerId ?? null}::uuid IS NULL
    OR (player_id, station_id) > (${after?.playerId ?? null}::uuid, ${after?.stationId ?? null}::uuid))
  ORDER BY player_id, station_id LIMIT ${limit}`;

/** Everybody who rents something in a region. */
export const findTenancies = (sql: Sql, regionId: string) =>
  sql<{ playerId: string; stationId: string }[]>`
  SELECT w.player_id, w.station_id FROM warehouses w JOIN stations s ON s.id = w.station_id
  WHERE s.region_id = ${regionId} ORDER BY w.player_id, w.station_id`;

export const toWarehouse = (row: WarehouseRow): Warehouse => ({
  blocks: row.blocks,
  paidUntilMs: row.paidUntil.getTime(),
  unpaidSinceMs: row.unpaidSince?.getTime() ?? null,
  items: row.items.map(
    ({ kind, quantity, avgCost, restCost }): CargoItem => ({
      kind,
      quantity,
      avgCost: BigInt(avgCost),
      restCost: BigInt(restCost),
    }),
  ),
});

/** Keeps a tenancy; goods are written apart. */
export const writeTenancy = (
  sql: Sql,
  playerId: string,
  stationId: string,
  { blocks, paidUntilMs, unpaidSinceMs }: Warehouse,
): AnyStatement => {
  const unpaidSince = unpaidSinceMs === null ? null : new Date(unpaidSinceMs);
  return sql`INSERT INTO warehouses (player_id, station_id, blocks, paid_until, unpaid_since)
      VALUES (${playerId}, ${stationId}, ${blocks}, ${new Date(paidUntilMs)}, ${unpaidSince})
      ON CONFLICT (player_id, station_id) DO UPDATE
      SET blocks = excluded.blocks, paid_until = excluded.paid_until, unpaid_since = excluded.unpaid_since`;
};

/** Ends a tenancy with everything in it. */
export const deleteWarehouse = (sql: Sql, playerId: string, stationId: string): AnyStatement =>
  sql`DELETE FROM warehouses WHERE player_id = ${playerId} AND station_id = ${stationId}`;

/** Keeps one kind of goods in a warehouse: its quantity now, none removes it. */
export const writeStored = (
  sql: Sql,
  playerId: string,
  stationId: string,
  kind: string,
  { items: stored }: Warehouse,
): AnyStatement => {
  const item = stored.find((candidate) => candidate.kind === kind);
  if (item === undefined || item.quantity === 0)
    return sql`DELETE FROM warehouse_items
        WHERE player_id = ${playerId} AND station_id = ${stationId} AND commodity = ${kind}`;
  return sql`INSERT INTO warehouse_items (player_id, station_id, commodity, quantity, avg_cost, rest_cost)
      VALUES (${playerId}, ${stationId}, ${kind}, ${item.quantity}, ${item.avgCost}, ${item.restCost ?? 0n})
      ON CONFLICT (player_id, station_id, commodity) DO UPDATE
      SET quantity = excluded.quantity, avg_cost = excluded.avg_cost, rest_cost = excluded.rest_cost`;
};
