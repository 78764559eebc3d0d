import type { Refusal } from '../refusal.ts';
import { isRefusal, refuse, refuseField } from '../refusal.ts';
import type { BasketState, BasketStep } from './basket.ts';
import { openBasket, priceLine, runLines } from './basket.ts';
import { MAX_QUANTITY, MAX_TRADE_LINES } from './constants.ts';
import type {
  LimitedTradeLine,
  QuoteCommand,
  TradeCommand,
  TradeContext,
  TradeLineResult,
  TradeState,
} from './types.ts';

/** The priced lines of a basket and what they leave. */
export interface PricedBasket {
  readonly lines: readonly TradeLineResult[];
  readonly after: BasketState;
}

/**
 * Refuses a trade that may not happen now, all or nothing (rule book, economy 4.1 and 4.2): `validation_failed`,
 * `no_active_ship`, `not_docked`, `station_not_operational` `{status}`, `trading_frozen` `{until}`, then line by line
 * `commodity_not_traded`, `cargo_full`/`not_in_cargo` `{max}`, `insufficient_stock`/`station_full` `{available}`,
 * `price_changed` `{quote}`, `insufficient_credits` `{need, have}`; a line's refusal carries its index as `line`.
 */
export function checkTrade(state: TradeState, command: TradeCommand, ctx: TradeContext): Refusal | null {
  const result = priceTrade(state, command, ctx);
  return isRefusal(result) ? result : null;
}

/** Prices a limited basket: `checkTrade` and `applyTrade` are two views of it. */
export function priceTrade(
  state: TradeState,
  command: TradeCommand,
  ctx: TradeContext,
): PricedBasket | Refusal {
  const gate = refuseBasket(state, command, ctx);
  if (gate !== null) {
    return gate;
  }
  const { done, after, refusal } = runLines(command.lines, openBasket(state, ctx), (basket, line) => {
    const step = priceLine(basket, line, state, ctx);
    if (isRefusal(step)) {
      return step;
    }
    return (
      refuseLimit(step, line, () => freshQuote(state, command, ctx)) ?? refuseCredits(step, basket) ?? step
    );
  });
  return refusal ?? { lines: done, after };
}

/**
 * `POST /trading/quote`: the same checks without limits, no effect; a quote is information, not a reservation
 * (rule book, economy 4.1).
 */
export function quoteTrade(
  state: TradeState,
  command: QuoteCommand,
  ctx: TradeContext,
): readonly TradeLineResult[] | Refusal {
  const gate = refuseBasket(state, command, ctx);
  if (gate !== null) {
    return gate;
  }
  const { done, refusal } = runLines(command.lines, openBasket(state, ctx), (basket, line) => {
    const step = priceLine(basket, line, state, ctx);
    return isRefusal(step) ? step : (refuseCredits(step, basket) ?? step);
  });
  return refusal ?? done;
}

function refuseBasket(state: TradeState, command: QuoteCommand, ctx: TradeContext): Refusal | null {
  const { station } = state;
  const malformed = refuseShape(command);
  if (malformed !== null) {
    return malformed;
  }
  if (!state.hasActiveShip) {
    return refuse('no_active_ship');
  }
  if (state.dockedStationId !== command.stationId || station.id !== command.stationId) {
    return refuse('not_docked');
  }
  if (station.status === 'locked_down' || station.status === 'disabled') {
    return refuse('station_not_operational', { status: station.status });
  }
  if (station.frozenUntilMs !== null && station.frozenUntilMs > ctx.nowMs) {
    return refuse('trading_frozen', { until: station.frozenUntilMs });
  }
  return null;
}

function refuseShape({ lines }: QuoteCommand): Refusal | null {
  if (lines.length < 1 || lines.length > MAX_TRADE_LINES) {
    return refuseField('/lines', lines.length < 1 ? 'too_small' : 'too_big');
  }
  const index = lines.findIndex(({ quantity }) => !isQuantity(quantity));
  return index < 0 ? null : refuseField(`/lines/${index}/quantity`, 'out_of_range');
}

function isQuantity(quantity: number): boolean {
  return Number.isInteger(quantity) && quantity >= 1 && quantity <= MAX_QUANTITY;
}

function refuseLimit(
  { line: { side, net } }: BasketStep,
  { limitTotal }: LimitedTradeLine,
  quote: () => readonly TradeLineResult[],
): Refusal | null {
  const isWorse = side === 'buy' ? net > limitTotal : net < limitTotal;
  return isWorse ? refuse('price_changed', { quote: quote() }) : null;
}

function refuseCredits({ line, after }: BasketStep, before: BasketState): Refusal | null {
  return after.credits < 0n ? refuse('insufficient_credits', { need: line.net, have: before.credits }) : null;
}

/** The basket at today's prices, as far as its lines can be priced. */
function freshQuote(state: TradeState, command: TradeCommand, ctx: TradeContext): readonly TradeLineResult[] {
  return runLines(command.lines, openBasket(state, ctx), (basket, line) =>
    priceLine(basket, line, state, ctx),
  ).done;
}
