import { COMMODITY_KEYS } from '../economy/commodities.ts';
import type { PriceTerms, TradeSide } from '../economy/types.ts';
import { FACTOR_SCALE, termsFactor } from './known-terms.ts';
import type { KnownStop } from './types.ts';

/** Marginal prices of the first unit by commodity; NaN where a stop does not trade that way. */
interface FirstPrices {
  readonly asks: Float64Array;
  readonly bids: Float64Array;
}

const known = new WeakMap<KnownStop, FirstPrices>();

/**
 * The most one unit can gain between two stops, before slopes and rounding: no load gains more than this for each unit
 * of room. Only a bound that decides what is looked at first and what need not be looked at; 0 or less: nothing gains.
 */
export function bestMargin(from: KnownStop, to: KnownStop): number {
  const { asks } = firstPrices(from);
  const { bids } = firstPrices(to);
  let best = 0;
  for (let index = 0; index < asks.length; index++) {
    const margin = (bids[index] as number) - (asks[index] as number);
    if (margin > best) {
      best = margin;
    }
  }
  return best;
}

function firstPrices(stop: KnownStop): FirstPrices {
  const cached = known.get(stop);
  if (cached !== undefined) {
    return cached;
  }
  const pricesOf = (side: TradeSide): Float64Array =>
    Float64Array.from(COMMODITY_KEYS, (key) => {
      const market = stop.markets.find(({ commodity }) => commodity === key);
      const terms = side === 'buy' ? market?.toBuy : market?.toSell;
      return terms === null || terms === undefined ? Number.NaN : firstPrice(side, terms);
    });
  const prices = { asks: pricesOf('buy'), bids: pricesOf('sell') };
  known.set(stop, prices);
  return prices;
}

function firstPrice(side: TradeSide, { lo, hi, stock, capacity, ...terms }: PriceTerms): number {
  const factor = Number(termsFactor(side, { lo, hi, stock, capacity, ...terms })) / Number(FACTOR_SCALE);
  return factor * (hi - ((hi - lo) * stock) / capacity);
}
