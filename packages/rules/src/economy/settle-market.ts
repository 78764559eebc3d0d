import { hourIndexOf, settleDrift } from './drift.ts';
import { settleStock } from './stock.ts';
import type { MarketRow } from './types.ts';

/** Brings stock and drift of a market row to `nowMs`; a settled row comes back unchanged. */
export function settleMarket(
  row: MarketRow,
  stationId: string,
  nowMs: number,
  economySecret: Uint8Array,
): MarketRow {
  const subject = { stationId, commodity: row.commodity, secret: economySecret };
  const driftBp = settleDrift(row.driftBp, hourIndexOf(row.asOfMs), hourIndexOf(nowMs), subject);
  return { ...settleStock(row, nowMs), driftBp };
}
