import type { AnyStatement, Sql } from '@sw/db';
import type { TradeLineResult } from '@sw/rules';
import type { StoredStation } from '../markets/index.ts';

/** What the owners of stations take; stations without an owner take nothing. */
export const findTariffs = (sql: Sql) => sql<{ id: string; ownerPlayerId: string; tariffBp: number }[]>`
  SELECT id, owner_player_id, tariff_bp FROM stations WHERE owner_player_id IS NOT NULL`;

export interface TradeRecord {
  readonly ids: readonly string[];
  /** Null for a ship without a player. */
  readonly playerId: string | null;
  readonly shipId: string;
  readonly station: StoredStation;
  readonly lines: readonly TradeLineResult[];
  readonly nowMs: number;
}

/** One row a line in the trade journal. */
export const insertTransactions = (sql: Sql, trade: TradeRecord): AnyStatement => {
  const { lines, station } = trade;
  const big = (pick: (line: TradeLineResult) => bigint): string[] => lines.map((line) => String(pick(line)));
  return sql`
    INSERT INTO market_transaction (id, at, player_id, npc, ship_id, station_id, station_class, region_id, side, commodity,
      quantity, mid_total, gross, tariff, net, region_cut, owner_cut, profit, advantage_bp, drift_bp, event_bp,
      stock_before, stock_after)
    SELECT d.id, ${new Date(trade.nowMs)}, ${trade.playerId}::uuid, ${trade.playerId === null}::bool, ${trade.shipId}::uuid, ${station.id}::uuid,
      ${station.stationClass}::int2, ${station.regionId}::uuid, d.side, d.commodity, d.quantity, d.mid_total, d.gross,
      d.tariff, d.net, d.region_cut, d.owner_cut, d.profit, d.advantage_bp, d.drift_bp, d.event_bp, d.stock_before,
      d.stock_after
    FROM unnest(${[...trade.ids]}::uuid[], ${lines.map((line) => line.side)}::text[],
      ${lines.map((line) => line.commodity)}::text[], ${lines.map((line) => line.quantity)}::int4[],
      ${big((line) => line.midTotal)}::int8[], ${big((line) => line.gross)}::int8[], ${big((line) => line.tariff)}::int8[],
      ${big((line) => line.net)}::int8[], ${big((line) => line.regionCut)}::int8[], ${big((line) => line.ownerCut)}::int8[],
      ${lines.map((line) => (line.side === 'sell' ? String(line.realisedProfit) : null)) as string[]}::int8[],
      ${lines.map((line) => line.advantageBp)}::int4[], ${lines.map((line) => line.driftBp)}::int4[],
      ${lines.map((line) => line.eventBp)}::int4[], ${lines.map((line) => line.stockBefore)}::int4[],
      ${lines.map((line) => line.stockAfter)}::int4[])
      AS d (id, side, commodity, quantity, mid_total, gross, tariff, net, region_cut, owner_cut, profit, advantage_bp,
        drift_bp, event_bp, stock_before, stock_after)`;
};
