import type { AnyStatement, Sql } from '@sw/db';

export interface RememberedPrice {
  readonly commodity: string;
  readonly direction: string;
  readonly ask: bigint | null;
  readonly bid: bigint | null;
  readonly stockTenths: number;
  /** What the station held of how much; null where only the price was seen. */
  readonly stock: number | null;
  readonly capacity: number | null;
}

/** What a player remembers of some stations, or of all. */
export const findMemory = (sql: Sql, playerId: string, stationIds: readonly string[] | null = null) => sql<
  (RememberedPrice & { stationId: string; asOf: Date })[]
>`
  SELECT station_id, commodity, direction, ask, bid, stock_tenths, stock, capacity, as_of FROM price_memory
  WHERE player_id = ${playerId}
    AND (${stationIds as string[]}::uuid[] IS NULL OR station_id = ANY(${stationIds as string[]}::uuid[]))
  ORDER BY station_id, commodity`;

/** Writes the prices a player saw into his price memory, replacing what he remembered of the stations. */
export const rememberPrices = (
  sql: Sql,
  playerId: string,
  prices: readonly (RememberedPrice & { readonly stationId: string })[],
  nowMs: number,
): AnyStatement =>
  sql`INSERT INTO price_memory AS m (player_id, station_id, commodity, direction, ask, bid, stock_tenths, stock, capacity,
        as_of)
      SELECT ${playerId}::uuid, d.station_id, d.commodity, d.direction, d.ask, d.bid, d.stock_tenths, d.stock,
        d.capacity, ${new Date(nowMs)}
      FROM unnest(${prices.map((price) => price.stationId)}::uuid[], ${prices.map((price) => price.commodity)}::text[],
                  ${prices.map((price) => price.direction)}::text[],
                  ${prices.map((price) => (price.ask === null ? null : String(price.ask))) as string[]}::int8[],
                  ${prices.map((price) => (price.bid === null ? null : String(price.bid))) as string[]}::int8[],
                  ${prices.map((price) => price.stockTenths)}::int2[],
                  ${prices.map((price) => price.stock) as number[]}::int4[],
                  ${prices.map((price) => price.capacity) as number[]}::int4[])
           AS d (station_id, commodity, direction, ask, bid, stock_tenths, stock, capacity)
      ON CONFLICT (player_id, station_id, commodity) DO UPDATE
      SET direction = excluded.direction, ask = excluded.ask, bid = excluded.bid, stock_tenths = excluded.stock_tenths,
          stock = excluded.stock, capacity = excluded.capacity, as_of = excluded.as_of`;
