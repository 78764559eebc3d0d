import { MAX_QUANTITY } from './constants.ts';
import { orderTotal } from './order-total.ts';
import type { PriceTerms } from './types.ts';

/**
 * The most units `credits` can buy, 0..100,000, by binary search on the net total, which grows with the quantity
 * (rule book, economy 4.1). Looks at credits alone: stock and cargo are limits of their own.
 */
export function affordableQuantity(terms: PriceTerms, credits: bigint): number {
  let low = 0;
  let high = MAX_QUANTITY;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (orderTotal('buy', terms, middle).net <= credits) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low;
}
