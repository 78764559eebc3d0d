import type { AnyStatement, Sql } from '@sw/db';
import type { PersonalItem } from '@sw/rules';

/** What a station bought of each find on a day. */
export interface RareDayRow {
  readonly item: PersonalItem;
  readonly bought: number;
}

/** Locks what a station has bought of a find on a day, a row of 0 where it has not begun: refused commands roll it back. */
export const lockRareDay = (sql: Sql, stationId: string, item: PersonalItem, day: number) => sql<
  RareDayRow[]
>`
  INSERT INTO rare_sale_days AS d (station_id, item, day, bought)
  SELECT id, ${item}, ${day}::int4, 0 FROM stations WHERE id = ${stationId}
  ON CONFLICT (station_id, item, day) DO UPDATE SET bought = d.bought
  RETURNING item, bought`;

export const findRareDay = (sql: Sql, stationId: string, day: number) => sql<RareDayRow[]>`
  SELECT item, bought FROM rare_sale_days WHERE station_id = ${stationId} AND day = ${day}::int4`;

/** Books a sale: the finds of the player go, what the station bought today grows. */
export const writeRareSale = (
  sql: Sql,
  sale: {
    readonly playerId: string;
    readonly stationId: string;
    readonly item: PersonalItem;
    readonly day: number;
    readonly quantity: number;
  },
): AnyStatement[] => [
  sql`UPDATE player_items SET quantity = quantity - ${sale.quantity}
      WHERE player_id = ${sale.playerId} AND item = ${sale.item}`,
  sql`UPDATE rare_sale_days SET bought = bought + ${sale.quantity}
      WHERE station_id = ${sale.stationId} AND item = ${sale.item} AND day = ${sale.day}::int4`,
];

/** Forgets what was bought before a day, at most so many rows: only the present day is ever asked for. */
export const deleteRareDays = (sql: Sql, beforeDay: number, limit: number) => sql`
  DELETE FROM rare_sale_days WHERE (station_id, item, day) IN (
    SELECT station_id, item, day FROM rare_sale_days WHERE day < ${beforeDay}::int4 LIMIT ${limit})`;
