import type { PLAYER_ENDPOINTS, ReplyOf } from '@sw/contracts';
import type { findMemory, findPointsOfHour } from '../markets/index.ts';

type Price = ReplyOf<(typeof PLAYER_ENDPOINTS)['getDossier']>['prices'][number];

type Known = Pick<
  Awaited<ReturnType<typeof findMemory | typeof findPointsOfHour>>[number],
  'stationId' | 'commodity' | 'direction' | 'ask' | 'bid' | 'stockTenths'
>;

/** His own memory of some stations and the public hour, the newer of each good. */
export const newestPrices = (
  memory: readonly (Known & { readonly asOf: Date })[],
  points: readonly Known[],
  hourAt: Date,
): Price[] => {
  const newest = new Map<string, Price>();
  const add = (row: Known, asOf: Date, source: Price['source']): void => {
    const key = `${row.stationId} ${row.commodity}`;
    const price = presentPrice(row, asOf, source);
    const known = newest.get(key);
    if (known === undefined || known.asOf < price.asOf) newest.set(key, price);
  };
  for (const point of points) add(point, hourAt, 'public');
  for (const row of memory) add(row, row.asOf, 'visit');
  return [...newest.values()];
};

const presentPrice = (
  { stationId, commodity, direction, ask, bid, stockTenths }: Known,
  asOf: Date,
  source: Price['source'],
): Price => ({
  stationId,
  commodity: commodity as Price['commodity'],
  side: direction as Price['side'],
  ask,
  bid,
  stockTenths,
  asOf: asOf.toISOString(),
  source,
});
