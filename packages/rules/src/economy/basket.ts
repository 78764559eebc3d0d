import type { Refusal } from '../refusal.ts';
import { isRefusal, refuse } from '../refusal.ts';
import { advantage } from './advantage.ts';
import { cargoFree, cargoUsed, costOfUnits, heldQuantity, loadCargo, unloadCargo } from './cargo.ts';
import { MAX_QUANTITY } from './constants.ts';
import { splitMargin } from './margin.ts';
import { affordableQuantity } from './max-quantity.ts';
import { ceilDiv, orderTotal } from './order-total.ts';
import { settleMarket } from './settle-market.ts';
import { isTraded, priceTerms } from './terms.ts';
import type {
  Advantage,
  CargoHold,
  MarketRow,
  MaxQuantity,
  OrderTotal,
  PriceTerms,
  TradeContext,
  TradeLine,
  TradeLineResult,
  TradeSide,
  TradeState,
} from './types.ts';

/** A basket under way: what the next line starts from. */
export interface BasketState {
  readonly credits: bigint;
  readonly hold: CargoHold;
  /** Settled rows; a touched one has moved stock. */
  readonly markets: readonly MarketRow[];
  readonly advantage: Advantage;
}

/** One priced line with the state behind it. */
export interface BasketStep {
  readonly line: TradeLineResult;
  readonly after: BasketState;
}

/** The state the first line of a basket starts from: market rows settled to `ctx.nowMs`. */
export function openBasket(state: TradeState, ctx: TradeContext): BasketState {
  const { station } = state;
  return {
    credits: state.credits,
    hold: state.hold,
    markets: state.markets.map((row) => settleMarket(row, station.id, ctx.nowMs, ctx.economySecret)),
    advantage: advantage(ctx.advantage, station.facility),
  };
}

/**
 * Prices one line on what the lines before it left. Refuses, in this order: `trading_frozen` `{until}`,
 * `commodity_not_traded`, `cargo_full` or `not_in_cargo` `{max}`, `insufficient_stock` or `station_full`
 * `{available}`. Money is looked at by the caller, who knows the limit.
 */
export function priceLine(
  basket: BasketState,
  line: TradeLine,
  state: TradeState,
  ctx: TradeContext,
): BasketStep | Refusal {
  const row = basket.markets.find(({ commodity }) => commodity === line.commodity);
  if (row === undefined || !isTraded(row, line.side)) {
    return refuse('commodity_not_traded', { commodity: line.commodity });
  }
  if (row.frozenUntilMs !== null && row.frozenUntilMs > ctx.nowMs) {
    return refuse('trading_frozen', { until: row.frozenUntilMs });
  }
  const terms = priceTerms(line.side, row, state.station, {
    advantageBp: basket.advantage.advantageBp,
    eventBp: ctx.eventBp?.[line.commodity] ?? 0,
  });
  const maxQuantity = maxQuantityOf(line.side, row, basket, terms);
  return (
    refuseQuantity(line, maxQuantity) ?? settleLine({ basket, line, row, state, ctx, terms, maxQuantity })
  );
}

interface PricedLine {
  readonly basket: BasketState;
  readonly line: TradeLine;
  readonly row: MarketRow;
  readonly state: TradeState;
  readonly ctx: TradeContext;
  readonly terms: PriceTerms;
  readonly maxQuantity: MaxQuantity;
}

function settleLine({ basket, line, row, state, ctx, terms, maxQuantity }: PricedLine): BasketStep {
  const { side, commodity, quantity } = line;
  const order = orderTotal(side, terms, quantity);
  const split = splitMargin(side, order, {
    regionTaxBp: state.station.regionTaxBp,
    isOwned: state.station.isOwned,
    incentiveBp: row.direction === 'buys' ? (ctx.incentiveBp?.[commodity] ?? 0) : 0,
  });
  const change = side === 'buy' ? -quantity : quantity;
  const rowAfter = { ...row, stock: row.stock + change, version: row.version + 1 };
  const hold = moveGoods(basket.hold, line, order);
  const credits = basket.credits + (side === 'buy' ? -order.net : order.net + split.incentive);
  return {
    line: {
      ...line,
      ...order,
      ...unitPrices(line, terms, order),
      stockBefore: row.stock,
      stockAfter: rowAfter.stock,
      capacity: row.capacity,
      advantageBp: basket.advantage.advantageBp,
      advantageBreakdown: basket.advantage.breakdown,
      eventBp: terms.eventBp,
      quoteVersion: row.version,
      creditsAfter: credits,
      cargoAfter: cargoUsed(hold),
      maxQuantity,
      driftBp: row.driftBp,
      regionCut: split.regionCut,
      ownerCut: split.ownerCut,
      incentive: split.incentive,
      realisedProfit: side === 'buy' ? 0n : order.net - costOfUnits(basket.hold, commodity, quantity),
      legs: split.legs,
    },
    after: {
      ...basket,
      credits,
      hold,
      markets: basket.markets.map((other) => (other === row ? rowAfter : other)),
    },
  };
}

/** How much of a commodity is possible now, each limit on its own and none above 100,000. */
export function maxQuantityOf(
  side: TradeSide,
  row: MarketRow,
  basket: BasketState,
  terms: PriceTerms,
): MaxQuantity {
  if (side === 'buy') {
    return {
      byCredits: affordableQuantity(terms, basket.credits),
      byCargo: Math.min(MAX_QUANTITY, cargoFree(basket.hold)),
      byStock: Math.min(MAX_QUANTITY, row.stock),
    };
  }
  return {
    byCredits: MAX_QUANTITY,
    byCargo: Math.min(MAX_QUANTITY, heldQuantity(basket.hold, row.commodity)),
    byStock: Math.min(MAX_QUANTITY, row.capacity - row.stock),
  };
}

function refuseQuantity({ side, quantity }: TradeLine, { byCargo, byStock }: MaxQuantity): Refusal | null {
  if (quantity > byCargo) {
    return refuse(side === 'buy' ? 'cargo_full' : 'not_in_cargo', { max: byCargo });
  }
  if (quantity > byStock) {
    return refuse(side === 'buy' ? 'insufficient_stock' : 'station_full', { available: byStock });
  }
  return null;
}

function moveGoods(hold: CargoHold, { side, commodity, quantity }: TradeLine, order: OrderTotal): CargoHold {
  return side === 'buy'
    ? loadCargo(hold, commodity, quantity, order.net)
    : unloadCargo(hold, commodity, quantity);
}

function unitPrices({ side, quantity }: TradeLine, terms: PriceTerms, order: OrderTotal) {
  const lastStock = terms.stock + (side === 'buy' ? 1 - quantity : quantity - 1);
  return {
    unitAverage: side === 'buy' ? ceilDiv(order.net, BigInt(quantity)) : order.net / BigInt(quantity),
    firstUnit: orderTotal(side, terms, 1).net,
    lastUnit: orderTotal(side, { ...terms, stock: lastStock }, 1).net,
  };
}

/** Runs a function over the lines in order until one refuses; the refusal names its line. */
export function runLines<TLine extends TradeLine>(
  lines: readonly TLine[],
  start: BasketState,
  step: (basket: BasketState, line: TLine) => BasketStep | Refusal,
): {
  readonly done: readonly TradeLineResult[];
  readonly after: BasketState;
  readonly refusal: Refusal | null;
} {
  const done: TradeLineResult[] = [];
  let basket = start;
  for (const [index, line] of lines.entries()) {
    const result = step(basket, line);
    if (isRefusal(result)) {
      return { done, after: basket, refusal: refuse(result.code, { ...result.details, line: index }) };
    }
    done.push(result.line);
    basket = result.after;
  }
  return { done, after: basket, refusal: null };
}
