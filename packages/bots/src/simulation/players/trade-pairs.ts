import { isTraded } from '@sw/rules';
import type { SimWorld } from '../world/world.ts';

/**
 * Every way goods can go in a region: pairs of stations where the first sells what the second buys. The goods of pair
 * p are the entries `starts[p]` to `starts[p + 1]` of the two market columns.
 */
export interface TradePairs {
  readonly count: number;
  readonly seller: Int32Array;
  readonly buyer: Int32Array;
  readonly starts: Int32Array;
  readonly sellMarket: Int32Array;
  readonly buyMarket: Int32Array;
  /** Pairs by seller: `ofSeller[s]` to `ofSeller[s + 1]`. */
  readonly ofSeller: Int32Array;
}

/** Lists the pairs once; stations keep their pattern for good. */
export function tradePairs(world: SimWorld): TradePairs {
  const seller: number[] = [];
  const buyer: number[] = [];
  const starts = [0];
  const sellMarket: number[] = [];
  const buyMarket: number[] = [];
  const ofSeller = [0];
  for (const from of world.stations) {
    for (const to of world.stations) {
      if (from === to) continue;
      for (const sold of from.markets) {
        const bought = to.markets.find(({ commodity }) => commodity === sold.commodity);
        if (bought === undefined || !isTraded(sold.row, 'buy') || !isTraded(bought.row, 'sell')) continue;
        sellMarket.push(sold.index);
        buyMarket.push(bought.index);
      }
      if (sellMarket.length > (starts.at(-1) ?? 0)) {
        seller.push(from.index);
        buyer.push(to.index);
        starts.push(sellMarket.length);
      }
    }
    ofSeller.push(seller.length);
  }
  return {
    count: seller.length,
    seller: Int32Array.from(seller),
    buyer: Int32Array.from(buyer),
    starts: Int32Array.from(starts),
    sellMarket: Int32Array.from(sellMarket),
    buyMarket: Int32Array.from(buyMarket),
    ofSeller: Int32Array.from(ofSeller),
  };
}
