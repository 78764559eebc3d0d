import type { AnyStatement, Sql } from '@sw/db';
import type { CargoHold } from '@sw/rules';

/** Keeps what a hold carries; `kinds` are the goods that moved. `cargo_used` is the ship's own to keep. */
export const writeHold = (
  sql: Sql,
  shipId: string,
  hold: CargoHold,
  kinds: readonly string[],
): AnyStatement => {
  const moved = [...new Set(kinds)];
  const items = moved.map((kind) => hold.items.find((item) => item.kind === kind));
  return sql`INSERT INTO ship_cargo (ship_id, commodity, quantity, avg_cost, rest_cost)
      SELECT ${shipId}::uuid, d.commodity, d.quantity, d.avg_cost, d.rest_cost
      FROM unnest(${moved}::text[], ${items.map((item) => item?.quantity ?? 0)}::int4[],
                  ${items.map((item) => String(item?.avgCost ?? 0n))}::int8[],
                  ${items.map((item) => String(item?.restCost ?? 0n))}::int8[])
           AS d (commodity, quantity, avg_cost, rest_cost)
      ON CONFLICT (ship_id, commodity) DO UPDATE
      SET quantity = excluded.quantity, avg_cost = excluded.avg_cost, rest_cost = excluded.rest_cost`;
};

/** Keeps the hold after goods moved, with the units in use. Rows stay at quantity 0: the next purchase updates them. */
export const writeCargo = (
  sql: Sql,
  shipId: string,
  hold: CargoHold,
  moved: readonly string[],
  used: number,
): AnyStatement[] => [
  writeHold(sql, shipId, hold, moved),
  sql`UPDATE ships SET cargo_used = ${used}, version = version + 1 WHERE id = ${shipId}`,
];
