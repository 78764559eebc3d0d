import type { CommodityCode } from '@sw/contracts';
import type { KnownPrice } from '../../prices/market-types.ts';
import type { BasketLine } from './basket-store.ts';
import type { Quote } from './trading-commands.ts';

export interface NextSale {
  readonly price: KnownPrice;
  readonly bid: bigint;
  /** What a unit gains over what the quote makes it cost. */
  readonly gain: bigint;
}

const SHOWN = 3;

/** The best known sales of the largest purchase in the basket; null while nothing is bought. */
export function salesOf(
  lines: readonly BasketLine[],
  quote: Quote | undefined,
  known: readonly KnownPrice[],
  stationId: string,
): {
  readonly commodity: CommodityCode;
  readonly quantity: number;
  readonly sales: readonly NextSale[];
} | null {
  const largest = lines
    .filter(({ side }) => side === 'buy')
    .reduce<BasketLine | null>(
      (best, line) => (best === null || line.quantity > best.quantity ? line : best),
      null,
    );
  const quoted = quote?.lines.find(
    ({ side, commodity }) => side === 'buy' && commodity === largest?.commodity,
  );
  if (largest === null || quoted === undefined) return null;
  const unit = BigInt(Math.ceil(quoted.unitAverageX100 / 100));
  const sales = known
    .filter(
      (price) =>
        price.commodity === largest.commodity && price.stationId !== stationId && price.turns !== null,
    )
    .flatMap((price) => (price.bid === null ? [] : [{ price, bid: price.bid, gain: price.bid - unit }]))
    .sort((a, b) => Number(b.gain - a.gain) || (a.price.turns ?? 0) - (b.price.turns ?? 0))
    .slice(0, SHOWN);
  return { commodity: largest.commodity, quantity: largest.quantity, sales };
}
