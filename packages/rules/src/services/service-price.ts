import { ceilDiv } from '../economy/order-total.ts';

const WHOLE_BP = 10_000n;

/** A list price at the level of a station: `ceil(price × level)` (rule book, economy 2.3). */
export function priceAtLevel(price: bigint, levelBp: number): bigint {
  return ceilDiv(price * BigInt(levelBp), WHOLE_BP);
}
