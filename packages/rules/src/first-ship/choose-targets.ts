import type { CommodityKey } from '../economy/commodities.ts';
import { FIRST_SHIP_HOP_LIMIT, FIRST_SHIP_MAX_QUANTITY } from './constants.ts';
import { isSoldAt, wants } from './market-sides.ts';
import type { FirstShipTargets, PublicMarketplace } from './types.ts';

/** What the choice is made from: public data and the player's own hold and wallet. */
export interface TargetSearch {
  readonly hereSectorId: number;
  /** Stations of the Federation zone with their public snapshots. */
  readonly markets: readonly PublicMarketplace[];
  /** Public hops between two sectors; infinity where no way leads. */
  readonly hopsBetween: (fromSectorId: number, toSectorId: number) => number;
  readonly freeCargo: number;
  readonly credits: bigint;
}

interface Candidate {
  readonly commodity: CommodityKey;
  readonly quantity: number;
  readonly gain: bigint;
  readonly hops: number;
  readonly reach: number;
  readonly a: PublicMarketplace;
  readonly b: PublicMarketplace;
}

/**
 * Where a newcomer buys and sells (rule book, society 10.8): of all pairs within the hop limits the one with the
 * highest gain by the public snapshot; ties go to fewer hops, then to lower station ids, then to the earlier
 * commodity. The limits begin at 3 hops each and grow by one until some pair has a gain; null where none ever has.
 */
export function chooseFirstShipTargets(search: TargetSearch): FirstShipTargets | null {
  const gainful = candidates(search).filter(({ gain }) => gain > 0n);
  const limit = gainful.reduce((least, { reach }) => Math.min(least, reach), Number.POSITIVE_INFINITY);
  const within = gainful.filter(({ reach }) => reach <= Math.max(FIRST_SHIP_HOP_LIMIT, limit));
  const [best] = within.sort(byGain);
  if (best === undefined) {
    return null;
  }
  const third = nearestThird(search, best);
  return {
    commodity: best.commodity,
    quantity: best.quantity,
    buyStationId: best.a.snapshot.stationId,
    buySectorId: best.a.sectorId,
    sellStationId: best.b.snapshot.stationId,
    sellSectorId: best.b.sectorId,
    thirdStationId: third?.snapshot.stationId ?? null,
    thirdSectorId: third?.sectorId ?? null,
  };
}

/** Units a newcomer is asked to carry: 20, his free hold, or what half of his wallet buys; at least 1. */
export function firstShipQuantity(freeCargo: number, credits: bigint, ask: bigint): number {
  const affordable = Number(credits / 2n / ask);
  return Math.max(1, Math.min(FIRST_SHIP_MAX_QUANTITY, freeCargo, affordable));
}

/** What carrying goods between two stations brings by their public unit prices. */
export function pairGain(quantity: number, ask: bigint, bid: bigint): bigint {
  return BigInt(quantity) * (bid - ask);
}

function candidates(search: TargetSearch): Candidate[] {
  return search.markets.flatMap((a) => {
    const toA = search.hopsBetween(search.hereSectorId, a.sectorId);
    if (toA === Number.POSITIVE_INFINITY) {
      return [];
    }
    return search.markets.flatMap((b) => {
      const toB = search.hopsBetween(a.sectorId, b.sectorId);
      return toB < 1 || toB === Number.POSITIVE_INFINITY ? [] : pairsOf(search, a, b, { toA, toB });
    });
  });
}

function pairsOf(
  { freeCargo, credits }: TargetSearch,
  a: PublicMarketplace,
  b: PublicMarketplace,
  { toA, toB }: { readonly toA: number; readonly toB: number },
): Candidate[] {
  return a.snapshot.rows.filter(isSoldAt).flatMap(({ commodity, ask }) => {
    const buyer = b.snapshot.rows.find((row) => row.commodity === commodity && wants(row));
    if (buyer === undefined || ask === null || buyer.bid === null) {
      return [];
    }
    const quantity = firstShipQuantity(freeCargo, credits, ask);
    const gain = pairGain(quantity, ask, buyer.bid);
    return [{ commodity, quantity, gain, hops: toA + toB, reach: Math.max(toA, toB), a, b }];
  });
}

function nearestThird({ markets, hopsBetween }: TargetSearch, { a, b }: Candidate): PublicMarketplace | null {
  const others = markets
    .filter((market) => market !== a && market !== b)
    .map((market) => ({ market, hops: hopsBetween(b.sectorId, market.sectorId) }))
    .filter(({ hops }) => hops !== Number.POSITIVE_INFINITY)
    .sort((x, y) => x.hops - y.hops || byText(x.market.snapshot.stationId, y.market.snapshot.stationId));
  return others[0]?.market ?? null;
}

function byGain(x: Candidate, y: Candidate): number {
  if (x.gain !== y.gain) {
    return x.gain > y.gain ? -1 : 1;
  }
  return (
    x.hops - y.hops ||
    byText(x.a.snapshot.stationId, y.a.snapshot.stationId) ||
    byText(x.b.snapshot.stationId, y.b.snapshot.stationId)
  );
}

function byText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
