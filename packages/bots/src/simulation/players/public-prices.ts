import { publicSnapshot } from '@sw/rules';
import type { SimWorld } from '../world/world.ts';

const UNKNOWN = Number.NaN;
/** Weight of the newest hour in the usual price. */
const NEWEST = 1 / 12;

/** The public hourly snapshot of the Federation by market index (rule book, economy 4.4); NaN where nothing is shown. */
export interface PublicPrices {
  asOfMs: number;
  readonly ask: Float64Array;
  readonly bid: Float64Array;
  readonly stockTenths: Float64Array;
  /** What the hourly points of the past day or so average to: the curve under the price. */
  readonly usualAsk: Float64Array;
  readonly usualBid: Float64Array;
}

/** Nothing published yet. */
export function noPrices(world: SimWorld): PublicPrices {
  const column = (): Float64Array => new Float64Array(world.markets.length).fill(UNKNOWN);
  return {
    asOfMs: -1,
    ask: column(),
    bid: column(),
    stockTenths: column(),
    usualAsk: column(),
    usualBid: column(),
  };
}

/** Publishes the full hour; every market must be settled to it. */
export function publishPrices(world: SimWorld, prices: PublicPrices, hourMs: number): void {
  prices.asOfMs = hourMs;
  for (const station of world.stations) {
    if (!station.isPublic) continue;
    const rows = station.markets.map(({ row }) => row);
    const snapshot = publicSnapshot(station.trade, rows, hourMs);
    for (const [slot, market] of station.markets.entries()) {
      const row = snapshot.rows[slot];
      prices.ask[market.index] = row?.ask == null ? UNKNOWN : Number(row.ask);
      prices.bid[market.index] = row?.bid == null ? UNKNOWN : Number(row.bid);
      prices.stockTenths[market.index] = row?.stockTenths ?? UNKNOWN;
      average(prices.usualAsk, prices.ask, market.index);
      average(prices.usualBid, prices.bid, market.index);
    }
  }
}

function average(usual: Float64Array, shown: Float64Array, index: number): void {
  const before = usual[index] as number;
  const now = shown[index] as number;
  if (Number.isNaN(before)) usual[index] = now;
  else if (!Number.isNaN(now)) usual[index] = before + (now - before) * NEWEST;
}
