import type { CommodityCode } from '@sw/contracts';
import type { KnownPrice } from '../../prices/market-types.ts';

export interface PriceBook {
  /** Stations that pay, the best first. */
  readonly sales: readonly KnownPrice[];
  /** Stations that sell, the cheapest first. */
  readonly purchases: readonly KnownPrice[];
}

const nearer = (a: KnownPrice, b: KnownPrice): number => (a.turns ?? 1e9) - (b.turns ?? 1e9);

/** The known prices of one commodity, each direction sorted by what is best for the player, then by distance. */
export function bookOf(known: readonly KnownPrice[], commodity: CommodityCode): PriceBook {
  const of = known.filter((price) => price.commodity === commodity);
  return {
    sales: of
      .filter(({ bid }) => bid !== null)
      .sort((a, b) => Number((b.bid ?? 0n) - (a.bid ?? 0n)) || nearer(a, b)),
    purchases: of
      .filter(({ ask }) => ask !== null)
      .sort((a, b) => Number((a.ask ?? 0n) - (b.ask ?? 0n)) || nearer(a, b)),
  };
}
