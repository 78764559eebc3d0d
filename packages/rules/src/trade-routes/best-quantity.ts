import { affordableQuantity } from '../economy/max-quantity.ts';
import { orderTotal } from '../economy/order-total.ts';
import type { PriceTerms } from '../economy/types.ts';
import { FACTOR_SCALE, termsFactor } from './known-terms.ts';

/**
 * The quantity with the greatest profit between a seller and a buyer of one commodity, were nothing else to limit it
 * (rule book, economy 6.3): where the rising marginal ask meets the falling marginal bid, floored, at least 0. Closed
 * form and exact: `q* = (B0 − A0) / (A1 + B1)` with both capacities and factors multiplied out. With `leastGain` it stops
 * where one unit more gains less than so many credits: what room is worth to other goods.
 */
export function unlimitedQuantity(seller: PriceTerms, buyer: PriceTerms, leastGain = 0): number {
  const alpha = termsFactor('buy', seller) * BigInt(buyer.capacity);
  const beta = termsFactor('sell', buyer) * BigInt(seller.capacity);
  const steepness = BigInt(seller.hi - seller.lo);
  const ask = alpha * (BigInt(seller.hi) * BigInt(seller.capacity) - steepness * BigInt(seller.stock));
  const bid = beta * (BigInt(buyer.hi) * BigInt(buyer.capacity) - steepness * BigInt(buyer.stock));
  const unit = BigInt(seller.capacity) * BigInt(buyer.capacity) * FACTOR_SCALE;
  const gain = bid - ask - BigInt(leastGain) * unit;
  return gain <= 0n ? 0 : Number(gain / (steepness * (alpha + beta)));
}

/** What limits an order besides its price. */
export interface Means {
  /** Free cargo units. */
  readonly room: number;
  readonly credits: bigint;
}

/** A purchase here that is sold there. */
export interface PairTrade {
  readonly quantity: number;
  readonly cost: bigint;
  readonly income: bigint;
}

/** The best purchase of one commodity at `seller` for `buyer`, within means, stock and room; null without a profit. */
export function bestTrade(
  seller: PriceTerms,
  buyer: PriceTerms,
  means: Means,
  leastGain = 0,
): PairTrade | null {
  const wanted = Math.min(
    unlimitedQuantity(seller, buyer, leastGain),
    means.room,
    seller.stock,
    buyer.capacity - buyer.stock,
  );
  if (wanted < 1) {
    return null;
  }
  const isPayable = orderTotal('buy', seller, wanted).net <= means.credits;
  const quantity = isPayable ? wanted : affordableQuantity(seller, means.credits);
  if (quantity < 1) {
    return null;
  }
  const cost = orderTotal('buy', seller, quantity).net;
  const income = orderTotal('sell', buyer, quantity).net;
  return income > cost ? { quantity, cost, income } : null;
}
