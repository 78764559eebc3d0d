import { MAX_MARKET_FACTOR_BP, MIN_MARKET_FACTOR_BP } from './constants.ts';
import type { OrderTotal, PriceTerms, TradeSide } from './types.ts';

const WHOLE_BP = 10_000n;
const PRICE_SCALE = 100_000_000n;

/**
 * The total of an order of `quantity` ≥ 1 (rule book, economy 3.2): exact, without a loop over units. Because the
 * mid price is linear in stock, the total is the integral over the stock it moves: splitting an order never pays.
 * Rounding, once on the whole order: the player pays ceil, gets floor; the tariff is ceiled. Checks no limit.
 */
export function orderTotal(side: TradeSide, terms: PriceTerms, quantity: number): OrderTotal {
  const q = BigInt(quantity);
  const capacity = BigInt(terms.capacity);
  const moved = 2n * BigInt(terms.stock) + (side === 'buy' ? -q : q);
  const n = 2n * BigInt(terms.hi) * capacity - BigInt(terms.hi - terms.lo) * moved;
  const raw = n * q * BigInt(marketFactorBp(terms)) * BigInt(terms.factorBp);
  const den = 2n * capacity * PRICE_SCALE;
  const spread = BigInt(terms.halfSpreadBp);
  const advantage = BigInt(terms.advantageBp);
  const tariffBp = BigInt(terms.tariffBp);
  const midTotal = raw / den;
  if (side === 'buy') {
    const gross = ceilDiv(raw * (WHOLE_BP + spread) * (WHOLE_BP - advantage), den * PRICE_SCALE);
    const tariff = ceilDiv(gross * tariffBp, WHOLE_BP);
    return { midTotal, gross, tariff, net: gross + tariff };
  }
  const gross = (raw * (WHOLE_BP - spread) * (WHOLE_BP + advantage)) / (den * PRICE_SCALE);
  const tariff = ceilDiv(gross * tariffBp, WHOLE_BP);
  return { midTotal, gross, tariff, net: gross - tariff };
}

/** M of economy 3.2: drift and events on the mid price, between half and double. */
export function marketFactorBp({ driftBp, eventBp }: Pick<PriceTerms, 'driftBp' | 'eventBp'>): number {
  const factor = Number(WHOLE_BP) + driftBp + eventBp;
  return Math.min(MAX_MARKET_FACTOR_BP, Math.max(MIN_MARKET_FACTOR_BP, factor));
}

/** Ceiling division of non-negative numbers: what a player pays is rounded up. */
export function ceilDiv(dividend: bigint, divisor: bigint): bigint {
  return (dividend + divisor - 1n) / divisor;
}
