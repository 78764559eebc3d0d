import type { LedgerLeg, SecurityTier, TradeContext, TradeOutcome, TradeState, TurnState } from '@sw/rules';
import {
  applyTrade,
  checkTrade,
  dockingFee,
  heldQuantity,
  leg,
  legBalance,
  maxQuantityOf,
  NPC_CAPITAL,
  npcRoom,
  openBasket,
  priceTerms,
  spendTurns,
  stationFeeLegs,
  TURN_COSTS,
} from '@sw/rules';
import type { StoredMarketRow, StoredStation } from '../markets/index.ts';
import { toMarketRow, toTradeStation } from '../markets/index.ts';
import type { NpcRow } from './npc-row.ts';
import { npcTurnsAt } from './npc-row.ts';

const ANY_PRICE = 10n ** 18n;

/** A trader at the station of its haul, and what the locks returned. */
export interface CallState {
  readonly npc: NpcRow;
  readonly station: StoredStation;
  readonly dock: { readonly securityTier: SecurityTier; readonly dockingFeeBp: number };
  readonly regionTaxBp: number;
  readonly market: StoredMarketRow | undefined;
  /** Units ships without players moved here within the window. */
  readonly moved: number;
  readonly wallet: bigint;
}

/** What the call comes to; `trade` is null where nothing can be bought or sold. */
export interface CallOutcome {
  readonly isDocking: boolean;
  readonly turns: TurnState;
  readonly trade: TradeOutcome | null;
  readonly cargo: number;
  readonly cargoCost: bigint;
  readonly legs: readonly LedgerLeg[];
}

/** Judges a call as a player's docking and trade would be; null when the ship cannot even dock. */
export const judgeCall = (state: CallState, context: TradeContext): CallOutcome | null => {
  const { npc, station, dock, wallet } = state;
  const isDocking = npc.stationId !== station.id;
  const settled = npcTurnsAt(npc, context.nowMs);
  const fee = isDocking ? dockingFee(npc.type, dock.securityTier, dock.dockingFeeBp) : 0n;
  if (wallet < fee || (isDocking && settled.turns < TURN_COSTS.dock)) return null;
  const trade = judgeTrade(state, context, wallet - fee);
  const legs = [...stationFeeLegs(fee, station.ownerPlayerId !== null, 'dock_fee'), ...(trade?.legs ?? [])];
  const hold = trade?.hold.items.find(({ kind }) => kind === npc.haulCommodity);
  return {
    isDocking,
    turns: isDocking ? spendTurns(settled, TURN_COSTS.dock) : settled,
    trade,
    cargo: trade === null ? npc.cargo : heldQuantity(trade.hold, npc.haulCommodity ?? ''),
    cargoCost: hold?.avgCost ?? npc.cargoCost,
    legs: [...legs, ...surplusLegs(wallet + legBalance(legs, 'wallet'))],
  };
};

/** What a trader has above twice its capital leaves the game. */
const surplusLegs = (wallet: bigint): LedgerLeg[] =>
  wallet > 2n * NPC_CAPITAL ? leg('wallet', 'BURN', wallet - NPC_CAPITAL, 'npc_surplus') : [];

const judgeTrade = (
  { npc, station, regionTaxBp, market, moved }: CallState,
  context: TradeContext,
  credits: bigint,
): TradeOutcome | null => {
  const commodity = npc.haulCommodity;
  if (market === undefined || commodity === null) return null;
  const side = npc.cargo > 0 ? 'sell' : 'buy';
  const state: TradeState = {
    hasActiveShip: true,
    dockedStationId: station.id,
    credits,
    hold: {
      capacity: npc.cargoCapacity,
      colonistsPerUnit: 1,
      items: npc.cargo === 0 ? [] : [{ kind: commodity, quantity: npc.cargo, avgCost: npc.cargoCost }],
    },
    station: toTradeStation(station, npc.id, regionTaxBp),
    markets: [toMarketRow(market)],
  };
  const quantity = Math.min(
    npcRoom(market.flowPerHour, moved),
    possible(state, context, side),
    npc.haulQuantity ?? 0,
  );
  if (quantity < 1) return null;
  const limitTotal = side === 'buy' ? ANY_PRICE : 0n;
  const command = { stationId: station.id, lines: [{ side, commodity, quantity, limitTotal }] } as const;
  return checkTrade(state, command, context) === null ? applyTrade(state, command, context) : null;
};

/** The most that credits, hold and stock allow. */
const possible = (state: TradeState, context: TradeContext, side: 'buy' | 'sell'): number => {
  const basket = openBasket(state, context);
  const [row] = basket.markets;
  if (row === undefined) return 0;
  const { advantageBp } = basket.advantage;
  const terms = priceTerms(side, row, state.station, { advantageBp, eventBp: 0 });
  const { byCredits, byCargo, byStock } = maxQuantityOf(side, row, basket, terms);
  return Math.min(byCredits, byCargo, byStock);
};
