import type { getMarket, listKnownPrices, ReplyOf } from '@sw/contracts';

export type Market = ReplyOf<typeof getMarket>;
export type MarketRow = Market['rows'][number];
export type KnownPrice = ReplyOf<typeof listKnownPrices>['items'][number];
