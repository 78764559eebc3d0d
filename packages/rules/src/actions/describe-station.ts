import { checkTrade } from '../economy/check.ts';
import type { CommodityKey } from '../economy/commodities.ts';
import { checkDock, checkUndock } from '../economy/dock-check.ts';
import { dockingFeeDue, mooringOf } from '../economy/dock-fee.ts';
import type { DockState } from '../economy/docking-types.ts';
import type { MarketViewRow } from '../economy/market-view.ts';
import type { TradeContext, TradeSide, TradeState } from '../economy/types.ts';
import { TURN_COSTS } from '../turns/constants.ts';
import { describeAction } from './describe.ts';
import type { ActionDescriptor } from './types.ts';

/** More than any account can hold: a limit that never refuses a price. */
const ANY_PRICE = 10n ** 18n;

/** `dock` with its turn and its fee. */
export function describeDock(state: DockState, nowMs: number): ActionDescriptor {
  const type = state.ship?.type ?? 'escape_pod';
  return describeAction('dock', checkDock(state, nowMs), {
    cost: { turns: TURN_COSTS.dock, credits: dockingFeeDue(state, type, nowMs).amount },
  });
}

/** `undock` with the mooring due. */
export function describeUndock(state: DockState, nowMs: number): ActionDescriptor {
  const refusal = checkUndock(state);
  const credits = refusal === null ? mooringOf(state, nowMs) : 0n;
  return describeAction('undock', refusal, { cost: { turns: TURN_COSTS.undock, credits } });
}

/** `buy` or `sell` of one commodity: possible when one unit is; the limits come from the market view. */
export function describeTrade(
  side: TradeSide,
  commodity: CommodityKey,
  row: Pick<MarketViewRow, 'maxBuy' | 'maxSell'>,
  state: TradeState,
  ctx: TradeContext,
): ActionDescriptor {
  const limitTotal = side === 'buy' ? ANY_PRICE : 0n;
  const command = { stationId: state.station.id, lines: [{ side, commodity, quantity: 1, limitTotal }] };
  const max = side === 'buy' ? row.maxBuy : row.maxSell;
  return describeAction(side, checkTrade(state, command, ctx), { limits: { min: 1, max, step: 1 } });
}
