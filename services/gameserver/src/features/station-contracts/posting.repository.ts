import type { AnyStatement, Sql } from '@sw/db';
import type { CommodityKey, ContractDraft, MarketDirection } from '@sw/rules';

/** How full each board is, and the last quarter it posted for. */
export const findBoards = (sql: Sql, sinceQuarter: number, nowMs: number) => sql<
  { stationId: string; open: number; last: number; asked: CommodityKey[] | null }[]
>`
  SELECT station_id, (count(*) FILTER (WHERE state = 'posted' AND expires_at > ${new Date(nowMs)}))::int AS open,
         max(quarter) AS last,
         array_agg(DISTINCT commodity) FILTER (WHERE state = 'posted' AND commodity IS NOT NULL) AS asked
  FROM contracts WHERE quarter >= ${sinceQuarter} GROUP BY station_id`;

/** What every station trades, which way and how much of it it holds. */
export const findTrades = (sql: Sql) => sql<
  { stationId: string; commodity: CommodityKey; direction: MarketDirection; capacity: number }[]
>`
  SELECT station_id, commodity, direction, capacity FROM station_market ORDER BY station_id, commodity`;

export interface Posting extends ContractDraft {
  readonly id: string;
  readonly stationId: string;
  readonly quarter: number | null;
  readonly reservedFor: string | null;
  readonly postedAtMs: number;
  readonly expiresAtMs: number;
}

/** Posts contracts; whatever was posted for the same quarter or player before stays. */
export const insertPostings = (sql: Sql, rows: readonly Posting[]) => {
  const big = (pick: (row: Posting) => bigint): string[] => rows.map((row) => String(pick(row)));
  const at = (pick: (row: Posting) => number): string[] =>
    rows.map((row) => new Date(pick(row)).toISOString());
  return sql<{ stationId: string }[]>`
    INSERT INTO contracts (id, kind, station_id, target_station_id, commodity, quantity, hops, pay, goods_pay, fee,
      penalty, time_limit_h, quarter, reserved_for, posted_at, expires_at)
    SELECT * FROM unnest(${rows.map((row) => row.id)}::uuid[], ${rows.map((row) => row.kind)}::text[],
      ${rows.map((row) => row.stationId)}::uuid[], ${rows.map((row) => row.targetStationId)}::uuid[],
      ${rows.map((row) => row.commodity) as string[]}::text[], ${rows.map((row) => row.quantity)}::int4[],
      ${rows.map((row) => row.hops)}::int2[], ${big((row) => row.pay)}::int8[], ${big((row) => row.goodsPay)}::int8[],
      ${big((row) => row.fee)}::int8[], ${big((row) => row.penalty)}::int8[],
      ${rows.map((row) => row.timeLimitH)}::int2[], ${rows.map((row) => row.quarter) as number[]}::int4[],
      ${rows.map((row) => row.reservedFor) as string[]}::uuid[], ${at((row) => row.postedAtMs)}::timestamptz[],
      ${at((row) => row.expiresAtMs)}::timestamptz[])
    ON CONFLICT DO NOTHING RETURNING station_id`;
};

/** Removes what nobody took in time, and what ended long ago and is owed nothing. */
export const deletePosted = (sql: Sql, nowMs: number) => sql<{ stationId: string }[]>`
  DELETE FROM contracts WHERE state = 'posted' AND expires_at <= ${new Date(nowMs)} RETURNING station_id`;

export const deleteEnded = (sql: Sql, before: Date): AnyStatement =>
  sql`DELETE FROM contracts WHERE ended_at < ${before} AND unpaid_penalty = 0`;

/** A contract that is to end, and whose it is. */
export interface Ending {
  readonly id: string;
  readonly playerId: string;
  readonly deadlineAt: Date;
}

/** Open contracts whose time is over, and those whose sealed cargo was lost with its ship; those behind `after`. */
export const findEnding = (sql: Sql, nowMs: number, after: Ending | null, limit: number) => sql<Ending[]>`
  SELECT id, player_id, deadline_at FROM contracts
  WHERE state IN ('accepted', 'in_transit')
    AND (${after?.id ?? null}::uuid IS NULL
      OR (deadline_at, id) > (${after?.deadlineAt ?? null}::timestamptz, ${after?.id ?? null}::uuid))
    AND (deadline_at <= ${new Date(nowMs)} OR (state = 'in_transit' AND NOT EXISTS (
      SELECT 1 FROM ship_cargo c
      WHERE c.ship_id = contracts.ship_id AND c.commodity = 'freight:' || contracts.id AND c.quantity > 0)))
  ORDER BY deadline_at, id LIMIT ${limit}`;

/** Jobs somebody has taken that lead from or to a station of a region. */
export const findOfRegion = (sql: Sql, regionId: string) => sql<Ending[]>`
  SELECT c.id, c.player_id, c.deadline_at FROM contracts c
  WHERE c.state IN ('accepted', 'in_transit') AND EXISTS (
    SELECT 1 FROM stations s WHERE s.region_id = ${regionId} AND s.id IN (c.station_id, c.target_station_id))
  ORDER BY c.deadline_at, c.id`;

/** Whether the sealed cargo of a contract is aboard the ship that loaded it. */
export const findSealed = (sql: Sql, contractId: string) => sql<{ quantity: number }[]>`
  SELECT c.quantity FROM contracts t JOIN ship_cargo c ON c.ship_id = t.ship_id AND c.commodity = 'freight:' || t.id
  WHERE t.id = ${contractId} AND c.quantity > 0`;
