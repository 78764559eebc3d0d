import type { KnownMarket, KnownStop, MarketRow, PricedStation, PriceTerms, TradeSide } from '@sw/rules';
import { advantage, commodityOf, fitTerms, isTraded, priceTerms } from '@sw/rules';
import type { PlayerRow } from '../player/index.ts';
import type { Atlas } from '../universe/index.ts';
import type { KnownMarketPrice } from './known-markets.service.ts';
import { advantageOf } from './trade-state.ts';

/** What an owner takes at a station, by its id; a station without an owner has no entry. */
export type Tariffs = ReadonlyMap<string, { readonly ownerPlayerId: string; readonly tariffBp: number }>;

/**
 * Known prices as stops a route can be planned over: terms of both sides, fitted to the price the player saw. Where he
 * saw the stock too they are exact as of then; else it is taken as the middle of the tenth, in a station of usual size.
 */
export const knownStopsOf = (
  atlas: Atlas,
  player: PlayerRow,
  prices: readonly KnownMarketPrice[],
  tariffs: Tariffs,
): KnownStop[] =>
  [...Map.groupBy(prices, (price) => price.stationId)].flatMap(([stationId, known]): KnownStop[] => {
    const station = atlas.station(stationId);
    if (station === undefined) return [];
    const tariff = tariffs.get(stationId);
    const priced: PricedStation = {
      stationClass: station.stationClass,
      facility: station.facility,
      isOwned: tariff !== undefined,
      isOwn: tariff?.ownerPlayerId === player.id,
      tariffBp: tariff?.tariffBp ?? 0,
    };
    const { advantageBp } = advantage(advantageOf(player), station.facility);
    return [
      {
        stationId,
        sectorId: station.sectorId,
        markets: known.map((price) => knownMarketOf(price, priced, advantageBp)),
      },
    ];
  });

const knownMarketOf = (price: KnownMarketPrice, station: PricedStation, advantageBp: number): KnownMarket => {
  const row = price.live ?? guessRow(price);
  const termsOf = (side: TradeSide): PriceTerms | null => {
    const seenPrice = side === 'buy' ? price.ask : price.bid;
    if (seenPrice === null || !isTraded(row, side)) return null;
    const own = priceTerms(side, row, station, { advantageBp, eventBp: 0 });
    if (price.live !== null) return own;
    // A public price is what a stranger pays; one's own advantage comes on top of it.
    const seenAs = price.source === 'public' ? { ...own, advantageBp: 0 } : own;
    return { ...fitTerms(side, seenAs, seenPrice), advantageBp };
  };
  return {
    commodity: price.commodity,
    toBuy: termsOf('buy'),
    toSell: termsOf('sell'),
    asOfMs: price.asOfMs,
  };
};

const guessRow = (price: KnownMarketPrice): MarketRow => {
  const capacity = price.seen?.capacity ?? commodityOf(price.commodity).capacity;
  const guess = Math.min(capacity, Math.floor(((2 * price.stockTenths + 1) * capacity) / 20));
  return {
    commodity: price.commodity,
    direction: price.direction,
    stock: price.seen?.stock ?? guess,
    capacity,
    targetBp: 0,
    flowPerHour: 1,
    regenAcc: 0,
    driftBp: 0,
    asOfMs: price.asOfMs,
    frozenUntilMs: null,
    version: 0,
  };
};
