import { MAX_STOCK_SETTLE_MS } from './constants.ts';
import type { MarketRow } from './types.ts';

const HOUR_MS = 3_600_000;
const WHOLE_BP = 10_000;

/** Stock a market moves towards: `floor(capacity × target_bp / 10000)`. */
export function targetStock(row: Pick<MarketRow, 'capacity' | 'targetBp'>): number {
  return Math.floor((row.capacity * row.targetBp) / WHOLE_BP);
}

/**
 * Moves stock towards its target (rule book, economy 3.1), never across it, at most 14 days at once. Exact under any
 * splitting of time within them; settle before flow, capacity or target change. Drift: `settleDrift`.
 */
export function settleStock(row: MarketRow, nowMs: number): MarketRow {
  const elapsed = Math.min(MAX_STOCK_SETTLE_MS, Math.max(0, nowMs - row.asOfMs));
  const total = row.regenAcc + row.flowPerHour * elapsed;
  const units = Math.floor(total / HOUR_MS);
  const target = targetStock(row);
  const stock =
    row.stock < target ? Math.min(target, row.stock + units) : Math.max(target, row.stock - units);
  return {
    ...row,
    stock,
    regenAcc: stock === target ? 0 : total % HOUR_MS,
    asOfMs: Math.max(row.asOfMs, nowMs),
  };
}
