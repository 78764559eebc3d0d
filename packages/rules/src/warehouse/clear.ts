import type { Purse } from '../bank/auto-debit.ts';
import { openBasket, priceLine } from '../economy/basket.ts';
import type { CommodityKey } from '../economy/commodities.ts';
import type { MarketRow, TradeContext, TradeState, TradeStation } from '../economy/types.ts';
import type { LedgerLeg } from '../ledger/legs.ts';
import { leg } from '../ledger/legs.ts';
import { isRefusal } from '../refusal.ts';
import { rentDue, storedUnits } from './rent.ts';
import type { Warehouse } from './types.ts';

/** What clearing a warehouse came to. */
export interface ClearOutcome extends Purse {
  readonly soldUnits: number;
  readonly destroyedUnits: number;
  /** What the station paid, before the debt. */
  readonly proceeds: bigint;
  /** What of the debt was taken out of the proceeds. */
  readonly debtPaid: bigint;
  readonly legs: readonly LedgerLeg[];
  /** Market rows that took goods, with their stock moved. */
  readonly markets: readonly MarketRow[];
}

export interface ClearState extends Purse {
  readonly warehouse: Warehouse;
  readonly warehouseBp: number;
  readonly station: TradeStation;
  readonly markets: readonly MarketRow[];
}

/**
 * Clears a warehouse whose rent stayed unpaid: the station takes at its bid what it buys and has room for, the rest
 * is destroyed; the debt is deducted from the proceeds and burned, the remainder goes to the bank (rule book,
 * economy 2.3). The station pays a stranger's price: the advantage of `ctx` is not for those who are absent.
 */
export function clearWarehouse(state: ClearState, ctx: Omit<TradeContext, 'advantage'>): ClearOutcome {
  const { warehouse, station } = state;
  const stranger = { rankLevel: 0, standing: null, personalReputation: 0 };
  const context: TradeContext = { ...ctx, advantage: stranger };
  const trade: TradeState = {
    hasActiveShip: true,
    dockedStationId: station.id,
    credits: 0n,
    hold: { capacity: storedUnits(warehouse), colonistsPerUnit: 1, items: warehouse.items },
    station,
    markets: state.markets,
  };
  let basket = openBasket(trade, context);
  const legs: LedgerLeg[] = [];
  const touched = new Set<CommodityKey>();
  for (const { kind, quantity } of warehouse.items) {
    const row = basket.markets.find(({ commodity }) => commodity === kind);
    const units = row === undefined ? 0 : Math.min(quantity, row.capacity - row.stock);
    if (row === undefined || units === 0) {
      continue;
    }
    const line = { side: 'sell', commodity: row.commodity, quantity: units } as const;
    const step = priceLine(basket, line, trade, context);
    if (isRefusal(step)) {
      continue;
    }
    basket = step.after;
    touched.add(row.commodity);
    legs.push(...step.line.legs.map(intoBank));
  }
  const proceeds = basket.credits;
  const debt = rentDue(warehouse, state.warehouseBp, ctx.nowMs);
  const debtPaid = lesser(debt, proceeds);
  const remaining = storedUnits(basket.hold);
  return {
    wallet: state.wallet,
    bank: state.bank + proceeds - debtPaid,
    soldUnits: storedUnits(warehouse) - remaining,
    destroyedUnits: remaining,
    proceeds,
    debtPaid,
    legs: [...legs, ...leg('bank', 'BURN', debtPaid, 'warehouse_rent')],
    markets: basket.markets.filter(({ commodity }) => touched.has(commodity)),
  };
}

/** What a sale gives the seller goes to his bank, under a reason of its own. */
function intoBank(part: LedgerLeg): LedgerLeg {
  return part.reason === 'trade_sell' ? { ...part, to: 'bank', reason: 'warehouse_sale' } : part;
}

function lesser(a: bigint, b: bigint): bigint {
  if (a < b) {
    return a;
  }
  return b;
}
