import type { CommodityCode } from '@sw/contracts';
import { heldMargin } from './held-margin.ts';
import type { KnownPrice, Market, MarketRow } from './market-types.ts';

/** A sale somewhere else, the best the player knows of. */
export interface Elsewhere {
  readonly price: KnownPrice;
  readonly bid: bigint;
  /** Against the price here; negative when it is worse. */
  readonly gain: bigint;
}

export interface MarketLine {
  readonly row: MarketRow;
  /** `1` to `9`: selects the line. */
  readonly hotkey: string;
  /** What one unit gains: over the own cost when they buy, over their price at the best known sale when they sell. */
  readonly margin: bigint | null;
  readonly elsewhere: Elsewhere | null;
}

/** Two known stations between which a good not traded here pays best. */
export interface KnownPair {
  readonly commodity: CommodityCode;
  readonly buyAt: KnownPrice;
  readonly ask: bigint;
  readonly sellAt: KnownPrice;
  readonly bid: bigint;
}

export interface MarketTable {
  readonly theyBuy: readonly MarketLine[];
  readonly theySell: readonly MarketLine[];
  readonly notTraded: readonly KnownPair[];
}

export type MarketSort = 'table' | 'margin';

const byBid = (a: KnownPrice, b: KnownPrice): number =>
  Number((b.bid ?? 0n) - (a.bid ?? 0n)) || (a.turns ?? 1e9) - (b.turns ?? 1e9);

const byAsk = (a: KnownPrice, b: KnownPrice): number =>
  Number((a.ask ?? 0n) - (b.ask ?? 0n)) || (a.turns ?? 1e9) - (b.turns ?? 1e9);

/** The best sale of a commodity at another station the player can reach. */
export function bestSale(
  known: readonly KnownPrice[],
  commodity: CommodityCode,
  except: string,
): KnownPrice | null {
  const sales = known.filter(
    (price) =>
      price.commodity === commodity &&
      price.stationId !== except &&
      price.bid !== null &&
      price.turns !== null,
  );
  return sales.sort(byBid)[0] ?? null;
}

function elsewhereOf(row: MarketRow, known: readonly KnownPrice[], stationId: string): Elsewhere | null {
  const price = bestSale(known, row.commodity, stationId);
  if (price?.bid == null) return null;
  return { price, bid: price.bid, gain: price.bid - (row.bid ?? row.ask ?? 0n) };
}

function marginOf(row: MarketRow, elsewhere: Elsewhere | null): bigint | null {
  const held = heldMargin(row);
  if (held !== null) return held;
  if (row.bid === null && elsewhere !== null) return elsewhere.gain;
  return null;
}

function pairOf(known: readonly KnownPrice[], commodity: CommodityCode): KnownPair | null {
  const of = known.filter((price) => price.commodity === commodity && price.turns !== null);
  const buyAt = of.filter(({ ask }) => ask !== null).sort(byAsk)[0];
  const sellAt = of
    .filter(({ bid, stationId }) => bid !== null && stationId !== buyAt?.stationId)
    .sort(byBid)[0];
  if (buyAt?.ask == null || sellAt?.bid == null || sellAt.bid <= buyAt.ask) return null;
  return { commodity, buyAt, ask: buyAt.ask, sellAt, bid: sellAt.bid };
}

/**
 * The market as the table shows it: by direction, so that buying and selling are never confused. A
 * TradeDock, which does both, stands with the buyers. Every number is the server's or the difference
 * of two of them.
 */
export function marketTable(
  market: Pick<Market, 'stationId' | 'rows'>,
  known: readonly KnownPrice[],
  commodities: readonly CommodityCode[],
  sort: MarketSort,
): MarketTable {
  const lines = market.rows.map((row) => {
    const elsewhere = elsewhereOf(row, known, market.stationId);
    return { row, elsewhere, margin: marginOf(row, elsewhere), hotkey: '' };
  });
  const order = (a: MarketLine, b: MarketLine): number =>
    sort === 'margin' ? Number((b.margin ?? -1_000_000n) - (a.margin ?? -1_000_000n)) : 0;
  const theyBuy = lines.filter(({ row }) => row.side !== 'sells').sort(order);
  const theySell = lines.filter(({ row }) => row.side === 'sells').sort(order);
  const numbered = [...theyBuy, ...theySell].map((line, index) => ({
    ...line,
    hotkey: index < 9 ? String(index + 1) : '',
  }));
  const traded = new Set(market.rows.map(({ commodity }) => commodity));
  return {
    theyBuy: numbered.slice(0, theyBuy.length),
    theySell: numbered.slice(theyBuy.length),
    notTraded: commodities
      .filter((commodity) => !traded.has(commodity))
      .map((commodity) => pairOf(known, commodity))
      .filter((pair) => pair !== null),
  };
}
