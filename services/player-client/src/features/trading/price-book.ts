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

/** How far away a price may be, in turns. */
export const REACHES = ['any', '10', '20', '40'] as const;
/** Where a price may be known from. */
export const SOURCES = ['any', 'live', 'visit', 'public'] as const;

/** The prices within reach and from a source; a place without a known way is within no reach. */
export function within(
  known: readonly KnownPrice[],
  reach: (typeof REACHES)[number],
  source: (typeof SOURCES)[number],
): readonly KnownPrice[] {
  return known.filter(
    (price) =>
      (reach === 'any' || (price.turns !== null && price.turns <= Number(reach))) &&
      (source === 'any' || price.source === source),
  );
}

export type BookSort = 'price' | 'distance' | 'age';

/** Rows that came sorted by price, in another order. */
export function sortedBy(rows: readonly KnownPrice[], sort: BookSort): readonly KnownPrice[] {
  switch (sort) {
    case 'price':
      return rows;
    case 'distance':
      return rows.toSorted(nearer);
    case 'age':
      return rows.toSorted((a, b) => Date.parse(b.asOf) - Date.parse(a.asOf));
  }
}

export interface Spread {
  readonly cheapest: KnownPrice | null;
  readonly dearest: KnownPrice | null;
  /** What one unit gains between the two; null where one of them is not known. */
  readonly margin: bigint | null;
}

/** The best known purchase and sale of a good. */
export function spreadOf(known: readonly KnownPrice[], commodity: CommodityCode): Spread {
  const { sales, purchases } = bookOf(known, commodity);
  const [cheapest, dearest] = [purchases[0] ?? null, sales[0] ?? null];
  const margin = cheapest === null || dearest === null ? null : (dearest.bid ?? 0n) - (cheapest.ask ?? 0n);
  return { cheapest, dearest, margin };
}
