import type { CommodityCode } from '@sw/contracts';
import type { MarketRow } from './market-types.ts';

/** What selling one unit of what is aboard gains over its own cost; null when there is nothing to sell here. */
export function heldMargin(row: MarketRow): bigint | null {
  return row.bid !== null && row.held > 0 && row.avgCost !== null ? row.bid - row.avgCost : null;
}

/** The best margin a station offers for what is aboard; null when it buys nothing of it. */
export function bestHeldMargin(
  rows: readonly MarketRow[],
): { readonly commodity: CommodityCode; readonly margin: bigint } | null {
  let best: { readonly commodity: CommodityCode; readonly margin: bigint } | null = null;
  for (const row of rows) {
    const margin = heldMargin(row);
    if (margin !== null && (best === null || margin > best.margin))
      best = { commodity: row.commodity, margin };
  }
  return best;
}
