import type { CommodityCode, getMarket, quote, WireReplyOf } from '@sw/contracts';
import type { FakeStation } from './fake-world.ts';

type WireRow = WireReplyOf<typeof getMarket>['rows'][number];
export type WireQuoteLine = WireReplyOf<typeof quote>['lines'][number];

export const COMMODITIES: readonly {
  readonly key: CommodityCode;
  readonly lo: number;
  readonly hi: number;
  readonly stock: number;
}[] = [
  { key: 'ore', lo: 21, hi: 39, stock: 5000 },
  { key: 'organics', lo: 11, hi: 21, stock: 3000 },
  { key: 'equipment', lo: 64, hi: 106, stock: 2000 },
  { key: 'fuel', lo: 28, hi: 52, stock: 4000 },
  { key: 'gourmet_food', lo: 38, hi: 62, stock: 600 },
  { key: 'luxury_goods', lo: 100, hi: 175, stock: 800 },
  { key: 'exotic_technology', lo: 180, hi: 270, stock: 200 },
  { key: 'precious_metals', lo: 100, hi: 160, stock: 400 },
];

const EXTRA: Readonly<Record<number, readonly (readonly [CommodityCode, 'buys' | 'sells'])[]>> = {
  0: [
    ['gourmet_food', 'buys'],
    ['luxury_goods', 'buys'],
  ],
  1: [['precious_metals', 'sells']],
  2: [['gourmet_food', 'sells']],
  3: [['precious_metals', 'buys']],
  5: [['luxury_goods', 'sells']],
};

export interface FakeHold {
  readonly cargo: ReadonlyMap<CommodityCode, { quantity: number; avgCost: number }>;
  readonly credits: number;
  readonly free: number;
}

/** What a station trades and how full it is; the number stands for the place, so that prices differ. */
export function fakeOffers(station: FakeStation): readonly {
  readonly key: CommodityCode;
  readonly side: 'buys' | 'sells';
  readonly fill: number;
  readonly price: number;
  readonly capacity: number;
}[] {
  const seed = Number(station.id.slice(-6));
  const sides: (readonly [CommodityCode, 'buys' | 'sells'])[] = [...station.code].flatMap((letter, index) => {
    const key = COMMODITIES[index]?.key;
    return key === undefined || letter === '-' ? [] : [[key, letter === 'B' ? 'buys' : 'sells'] as const];
  });
  return [...sides, ...(EXTRA[station.stationClass] ?? [])].map(([key, side], index) => {
    const good = COMMODITIES.find((entry) => entry.key === key);
    const noise = (((seed * 37 + index * 53) % 100) / 100) * 0.3;
    const fill = side === 'sells' ? 0.55 + noise : 0.12 + noise;
    const mid = (good?.hi ?? 0) - ((good?.hi ?? 0) - (good?.lo ?? 0)) * fill;
    return {
      key,
      side,
      fill,
      capacity: good?.stock ?? 0,
      price: Math.round(side === 'sells' ? mid * 1.02 : mid * 0.98),
    };
  });
}

/** One order line against a hold, in wire form. */
export function fakeQuoteLine(
  station: FakeStation,
  hold: FakeHold,
  order: { readonly side: 'buy' | 'sell'; readonly commodity: CommodityCode; readonly quantity: number },
): WireQuoteLine | null {
  const offer = fakeOffers(station).find(
    ({ key, side }) => key === order.commodity && side === (order.side === 'buy' ? 'sells' : 'buys'),
  );
  if (offer === undefined) return null;
  const slope = 0.02 * (order.side === 'buy' ? 1 : -1);
  const unit = (index: number) => offer.price + slope * index;
  const net = Math.round(order.quantity * offer.price + (slope * order.quantity * (order.quantity - 1)) / 2);
  const stock = Math.floor(offer.capacity * offer.fill);
  const own = hold.cargo.get(order.commodity);
  const byStock = order.side === 'buy' ? stock : offer.capacity - stock;
  const byCargo = order.side === 'buy' ? hold.free : (own?.quantity ?? 0);
  const byCredits = order.side === 'buy' ? Math.floor(hold.credits / offer.price) : 100_000;
  const max = Math.max(0, Math.min(byStock, byCargo, byCredits));
  return {
    side: order.side,
    commodity: order.commodity,
    quantity: order.quantity,
    midTotal: net,
    gross: net,
    tariff: 0,
    net,
    unitAverageX100: Math.floor((net * 100) / order.quantity),
    firstUnit: Math.round(unit(0)),
    lastUnit: Math.round(unit(order.quantity - 1)),
    stockBefore: stock,
    stockAfter: stock + (order.side === 'buy' ? -order.quantity : order.quantity),
    capacity: offer.capacity,
    advantageBp: 255,
    eventBp: 0,
    quoteVersion: 1,
    profit: order.side === 'sell' ? net - order.quantity * (own?.avgCost ?? 0) : null,
    creditsAfter: hold.credits + (order.side === 'buy' ? -net : net),
    cargoAfter: hold.free,
    maxQuantity: { byCredits, byCargo, byStock, max },
    refusal:
      order.quantity <= max
        ? null
        : order.side === 'buy'
          ? byCargo <= byCredits
            ? 'cargo_full'
            : 'insufficient_credits'
          : 'not_in_cargo',
  };
}

/** The rows of a market; without a hold, as it is remembered. */
export function fakeRows(station: FakeStation, hold: FakeHold, isLive: boolean): WireRow[] {
  return fakeOffers(station).map(({ key, side, fill, price, capacity }) => {
    const own = hold.cargo.get(key);
    const line = fakeQuoteLine(station, hold, {
      side: side === 'sells' ? 'buy' : 'sell',
      commodity: key,
      quantity: 1,
    });
    return {
      commodity: key,
      side,
      stock: isLive ? Math.floor(capacity * fill) : null,
      stockTenths: Math.floor(fill * 10),
      capacity: isLive ? capacity : null,
      ask: side === 'sells' ? price : null,
      bid: side === 'buys' ? price : null,
      trend24hBp: Math.round((fill - 0.4) * 2000),
      event: null,
      held: own?.quantity ?? 0,
      avgCost: own?.avgCost ?? null,
      maxBuy: isLive && side === 'sells' && line !== null ? line.maxQuantity : null,
      maxSell:
        isLive && side === 'buys' && line !== null
          ? {
              byCargo: line.maxQuantity.byCargo,
              byStock: line.maxQuantity.byStock,
              max: line.maxQuantity.max,
            }
          : null,
      actions: [],
    };
  });
}
