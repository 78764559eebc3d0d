import { totalCostOf } from '../economy/cargo.ts';
import type { CommodityKey } from '../economy/commodities.ts';
import { ceilDiv, orderTotal } from '../economy/order-total.ts';
import type { CargoItem, PriceTerms, TradeSide } from '../economy/types.ts';
import type { Means, PairTrade } from './best-quantity.ts';
import { bestTrade, unlimitedQuantity } from './best-quantity.ts';
import type { KnownStop, RouteTrade } from './types.ts';

/** What is bought at one stop and sold at the next. */
export interface Load {
  readonly bought: readonly RouteTrade[];
  readonly sold: readonly RouteTrade[];
  readonly cost: bigint;
  readonly income: bigint;
  readonly oldestAsOfMs: number;
}

interface Option {
  readonly commodity: CommodityKey;
  readonly seller: PriceTerms;
  readonly buyer: PriceTerms;
  readonly asOfMs: number;
  readonly trade: PairTrade;
}

/**
 * The best load between two stops. Gains fall with every unit of a good, so a full hold carries of each good what gains
 * at least as much a unit as the others would in its place. Null where nothing gains.
 */
export function planLoad(from: KnownStop, to: KnownStop, means: Means): Load | null {
  const options = optionsBetween(from, to, means);
  if (options.length === 0) {
    return null;
  }
  const byUnit = options.toSorted((a, b) => compareUnits(b.trade, a.trade));
  const byTotal = options.toSorted((a, b) => compare(gainOf(b.trade), gainOf(a.trade)));
  const loads = [fill(byUnit, means, worthOfRoom(options, means.room)), fill(byTotal, means, 0)];
  return loads.reduce((best, load) => (load.income - load.cost > best.income - best.cost ? load : best));
}

/** The least gain a unit at which all goods together fit into the room: 0 where they do anyway. */
function worthOfRoom(options: readonly Option[], room: number): number {
  const unitsAt = (gain: number): number =>
    options.reduce(
      (sum, { seller, buyer }) =>
        sum + Math.min(unlimitedQuantity(seller, buyer, gain), seller.stock, buyer.capacity - buyer.stock),
      0,
    );
  let [low, high] = [0, Math.max(...options.map(({ buyer }) => 2 * buyer.hi))];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (unitsAt(middle) <= room) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}

function optionsBetween(from: KnownStop, to: KnownStop, means: Means): Option[] {
  return from.markets.flatMap((here) => {
    const { commodity, toBuy: seller } = here;
    const there = to.markets.find((market) => market.commodity === commodity);
    const buyer = there?.toSell ?? null;
    if (seller === null || there === undefined || buyer === null) {
      return [];
    }
    const trade = bestTrade(seller, buyer, means);
    const asOfMs = Math.min(here.asOfMs, there.asOfMs);
    return trade === null ? [] : [{ commodity, seller, buyer, asOfMs, trade }];
  });
}

/** Loads each good as far as it gains enough, then what room and credits are left with whatever gains at all. */
function fill(order: readonly Option[], means: Means, leastGain: number): Load {
  const loaded = new Map<Option, PairTrade>();
  for (const gain of new Set([leastGain, Math.max(0, leastGain - 1), 0])) {
    for (const option of order) {
      const trade = bestTrade(option.seller, option.buyer, meansLeft(loaded, option, means), gain);
      if (trade !== null && trade.quantity > (loaded.get(option)?.quantity ?? 0)) {
        loaded.set(option, trade);
      }
    }
  }
  const entries = [...loaded];
  const tradesOf = (side: TradeSide): RouteTrade[] =>
    entries.map(([{ commodity }, { quantity, cost, income }]) => ({
      side,
      commodity,
      quantity,
      expectedTotal: side === 'buy' ? cost : income,
    }));
  return {
    bought: tradesOf('buy'),
    sold: tradesOf('sell'),
    cost: entries.reduce((sum, [, { cost }]) => sum + cost, 0n),
    income: entries.reduce((sum, [, { income }]) => sum + income, 0n),
    oldestAsOfMs: Math.min(...entries.map(([{ asOfMs }]) => asOfMs)),
  };
}

function meansLeft(loaded: ReadonlyMap<Option, PairTrade>, but: Option, means: Means): Means {
  let { room, credits } = means;
  for (const [option, { quantity, cost }] of loaded) {
    if (option !== but) {
      room -= quantity;
      credits -= cost;
    }
  }
  return { room, credits };
}

/** What a stop would pay for goods in the hold; `cost` is what they cost. Null where it takes none. */
export function planSale(held: readonly CargoItem[], stop: KnownStop): (Load & { room: number }) | null {
  const sold: RouteTrade[] = [];
  let [cost, income, room, oldestAsOfMs] = [0n, 0n, 0, Number.POSITIVE_INFINITY];
  for (const item of held) {
    const market = stop.markets.find(({ commodity }) => commodity === item.kind);
    const terms = market?.toSell ?? null;
    if (market === undefined || terms === null) {
      continue;
    }
    const quantity = Math.min(item.quantity, terms.capacity - terms.stock);
    if (quantity < 1) {
      continue;
    }
    const total = orderTotal('sell', terms, quantity).net;
    sold.push({ side: 'sell', commodity: item.kind as CommodityKey, quantity, expectedTotal: total });
    cost += ceilDiv(totalCostOf(item) * BigInt(quantity), BigInt(item.quantity));
    income += total;
    room += quantity;
    oldestAsOfMs = Math.min(oldestAsOfMs, market.asOfMs);
  }
  return sold.length === 0 ? null : { bought: [], sold, cost, income, oldestAsOfMs, room };
}

function gainOf({ income, cost }: PairTrade): bigint {
  return income - cost;
}

/** Compares profits a unit without dividing. */
function compareUnits(a: PairTrade, b: PairTrade): number {
  return compare(gainOf(a) * BigInt(b.quantity), gainOf(b) * BigInt(a.quantity));
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : Number(a > b);
}
