import { maxQuantityOf, openBasket } from './basket.ts';
import { heldQuantity } from './cargo.ts';
import type { UnitPrices } from './market-prices.ts';
import { unitPricesOf } from './market-prices.ts';
import { isTraded, priceTerms } from './terms.ts';
import type { MarketRow, MaxQuantity, TradeContext, TradeSide, TradeState } from './types.ts';

/** A live market row for one player (rule book, economy 4.3 and platform 2.2). */
export interface MarketViewRow extends UnitPrices {
  readonly commodity: MarketRow['commodity'];
  readonly direction: MarketRow['direction'];
  readonly stock: number;
  readonly capacity: number;
  readonly driftBp: number;
  readonly eventBp: number;
  readonly version: number;
  readonly held: number;
  /** Null when none is held. */
  readonly avgCost: bigint | null;
  /** Most units possible now by credits, cargo and stock; 0 where the side is not traded. */
  readonly maxBuy: number;
  readonly maxSell: number;
  /** Each limit on its own; null where the side is not traded. */
  readonly buyLimits: MaxQuantity | null;
  readonly sellLimits: MaxQuantity | null;
}

/** The live market of the station in `state` for its player, at `ctx.nowMs`. */
export function marketView(state: TradeState, ctx: TradeContext): readonly MarketViewRow[] {
  const basket = openBasket(state, ctx);
  return basket.markets.map((row) => {
    const modifiers = {
      advantageBp: basket.advantage.advantageBp,
      eventBp: ctx.eventBp?.[row.commodity] ?? 0,
    };
    const limitsOf = (side: TradeSide): MaxQuantity | null =>
      isTraded(row, side)
        ? maxQuantityOf(side, row, basket, priceTerms(side, row, state.station, modifiers))
        : null;
    const [buyLimits, sellLimits] = [limitsOf('buy'), limitsOf('sell')];
    return {
      commodity: row.commodity,
      direction: row.direction,
      stock: row.stock,
      capacity: row.capacity,
      driftBp: row.driftBp,
      eventBp: modifiers.eventBp,
      version: row.version,
      ...unitPricesOf(row, state.station, modifiers),
      held: heldQuantity(state.hold, row.commodity),
      avgCost: state.hold.items.find(({ kind }) => kind === row.commodity)?.avgCost ?? null,
      maxBuy: buyLimits === null ? 0 : leastOf(buyLimits),
      maxSell: sellLimits === null ? 0 : leastOf(sellLimits),
      buyLimits,
      sellLimits,
    };
  });
}

/** The most units all three limits allow. */
export function leastOf({ byCredits, byCargo, byStock }: MaxQuantity): number {
  return Math.min(byCredits, byCargo, byStock);
}
