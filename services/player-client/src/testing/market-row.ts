import type { MarketRow } from '../prices/market-types.ts';

/** A row of a market with what a test does not care about filled in. */
export const marketRow = (commodity: MarketRow['commodity'], more: Partial<MarketRow> = {}): MarketRow => ({
  commodity,
  side: more.bid == null ? 'sells' : 'buys',
  stock: 100,
  stockTenths: 5,
  capacity: 200,
  ask: null,
  bid: null,
  trend24hBp: null,
  event: null,
  held: 0,
  avgCost: null,
  maxBuy: null,
  maxSell: null,
  actions: [],
  ...more,
});
