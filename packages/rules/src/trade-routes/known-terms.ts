import { marketFactorBp } from '../economy/order-total.ts';
import type { PriceTerms, TradeSide } from '../economy/types.ts';

const WHOLE_BP = 10_000n;
/** Scale of the six factors in basis points that `termsFactor` multiplies, against a plain price. */
export const FACTOR_SCALE = WHOLE_BP ** 5n;

/** The product of everything that scales a price besides stock: α and β of economy 6.3, in 10^20ths. */
export function termsFactor(side: TradeSide, terms: PriceTerms): bigint {
  const sign = side === 'buy' ? 1n : -1n;
  return (
    BigInt(marketFactorBp(terms)) *
    BigInt(terms.factorBp) *
    (WHOLE_BP + sign * BigInt(terms.halfSpreadBp)) *
    (WHOLE_BP - sign * BigInt(terms.advantageBp)) *
    (WHOLE_BP + sign * BigInt(terms.tariffBp))
  );
}

/**
 * Terms whose price of one unit is the one a player saw: the market factor is chosen so that a displayed price (an ask
 * is ceiled, a bid floored) lies in the middle of what it may stand for. `terms` are those of the side with the stock he
 * saw or can guess; their own drift and events are replaced.
 */
export function fitTerms(side: TradeSide, terms: PriceTerms, seenPrice: bigint): PriceTerms {
  const plain = { ...terms, driftBp: 0, eventBp: 0 };
  const capacity = BigInt(terms.capacity);
  const moved = 2n * BigInt(terms.stock) + (side === 'buy' ? -1n : 1n);
  const unit = 2n * BigInt(terms.hi) * capacity - BigInt(terms.hi - terms.lo) * moved;
  const doubled = 2n * seenPrice + (side === 'buy' ? -1n : 1n);
  // unit / 2C × factor / 10^20 = doubled / 2, solved for the market factor inside `factor`.
  const den = unit * (termsFactor(side, plain) / WHOLE_BP);
  const factorBp = (2n * doubled * capacity * FACTOR_SCALE + den) / (2n * den);
  return { ...plain, driftBp: Number(factorBp - WHOLE_BP) };
}
