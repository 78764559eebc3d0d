import type { PublicMarketRow } from '../economy/market-prices.ts';

/** A player can buy the good there. */
export function isSoldAt({ direction, ask }: PublicMarketRow): boolean {
  return direction !== 'buys' && ask !== null;
}

/** A player can sell the good there. */
export function wants({ direction, bid }: PublicMarketRow): boolean {
  return direction !== 'sells' && bid !== null;
}
