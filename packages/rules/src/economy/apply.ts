import { isRefusal } from '../refusal.ts';
import { priceTrade } from './check.ts';
import type { TradeCommand, TradeContext, TradeOutcome, TradeState } from './types.ts';

/**
 * Executes a basket: the new credits, hold and market rows, and the ledger legs in order. Assumes `checkTrade`
 * passed on the same arguments and throws otherwise.
 */
export function applyTrade(state: TradeState, command: TradeCommand, ctx: TradeContext): TradeOutcome {
  const priced = priceTrade(state, command, ctx);
  if (isRefusal(priced)) {
    throw new Error(`trade applied though refused: ${priced.code}`);
  }
  const { lines, after } = priced;
  const touched = new Set(lines.map(({ commodity }) => commodity));
  return {
    lines,
    credits: after.credits,
    hold: after.hold,
    markets: after.markets.filter(({ commodity }) => touched.has(commodity)),
    legs: lines.flatMap(({ legs }) => legs),
    realisedProfit: lines.reduce((sum, { realisedProfit }) => sum + realisedProfit, 0n),
  };
}
