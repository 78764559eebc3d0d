import type { CommodityKey, MarketDirection, MarketRow } from '@sw/rules';
import { advantage, settleMarket, unitPricesOf } from '@sw/rules';
import type { Deps } from '../../deps.ts';
import type { Navigator } from '../courses/index.ts';
import { findLiveStations, readStations } from '../intelligence/index.ts';
import { isPublicMarket } from '../knowledge/index.ts';
import {
  findMemory,
  findPointsOfHour,
  HOUR_MS,
  publishHour,
  toMarketRow,
  toTradeStation,
} from '../markets/index.ts';
import { advantageOf } from './trade-state.ts';

/** The newest price of one market a player knows, and where he has it from. */
export interface KnownMarketPrice {
  readonly stationId: string;
  readonly commodity: CommodityKey;
  readonly direction: MarketDirection;
  readonly ask: bigint | null;
  readonly bid: bigint | null;
  readonly stockTenths: number;
  readonly asOfMs: number;
  readonly source: 'live' | 'visit' | 'public';
  /** What the station held of how much, where he saw that himself. */
  readonly seen: { readonly stock: number; readonly capacity: number } | null;
  /** The market itself, settled to now, where he hears it live. */
  readonly live: MarketRow | null;
}

/**
 * Every price a player knows, the newest of each market (rule book, economy 4.4): live where he is docked or
 * intelligence tells him, else his own memory or the public hourly lists. Whatever plans or watches for a player
 * starts here, so that it can tell him nothing he does not know.
 */
export const readKnownMarkets = async (
  deps: Deps,
  playerId: string,
  navigator: Pick<Navigator, 'player' | 'ship' | 'knowledge'>,
  nowMs: number,
): Promise<readonly KnownMarketPrice[]> => {
  const atlas = deps.atlas();
  await publishHour(deps, nowMs);
  const hour = Math.floor(nowMs / HOUR_MS);
  const openStations = [...atlas.stations()].filter((station) => isPublicMarket(atlas, station.sectorId));
  const [memory, points, live] = await Promise.all([
    findMemory(deps.db.sql, playerId),
    findPointsOfHour(
      deps.db.sql,
      openStations.map((station) => station.id),
      hour,
    ),
    readLive(deps, navigator, nowMs),
  ]);
  const newest = new Map<string, KnownMarketPrice>();
  const add = (price: KnownMarketPrice): void => {
    const key = `${price.stationId} ${price.commodity}`;
    const known = newest.get(key);
    if (known === undefined || known.asOfMs < price.asOfMs) newest.set(key, price);
  };
  for (const price of live) add(price);
  for (const point of points)
    add({ ...point, asOfMs: hour * HOUR_MS, source: 'public', seen: null, live: null });
  for (const row of memory)
    add({
      ...row,
      commodity: row.commodity as CommodityKey,
      direction: row.direction as MarketDirection,
      asOfMs: row.asOf.getTime(),
      source: 'visit',
      seen: row.stock === null || row.capacity === null ? null : { stock: row.stock, capacity: row.capacity },
      live: null,
    });
  return [...newest.values()];
};

/** The markets of the stations a player hears live, as they are now for him: where he is docked, and by intelligence. */
const readLive = async (
  deps: Deps,
  { player, ship, knowledge }: Pick<Navigator, 'player' | 'ship' | 'knowledge'>,
  nowMs: number,
): Promise<KnownMarketPrice[]> => {
  const heard = new Set(await findLiveStations(deps, player.id, knowledge, nowMs));
  const dockedAt = ship.status === 'docked' ? ship.stationId : null;
  if (dockedAt !== null) heard.add(dockedAt);
  const seen = await readStations(deps, heard);
  return seen.flatMap(({ station, markets }) => {
    const priced = toTradeStation(station, player.id, 0);
    const { advantageBp } = advantage(advantageOf(player), station.facility);
    return markets.map((market): KnownMarketPrice => {
      const row = settleMarket(toMarketRow(market), station.id, nowMs, deps.keys.economy);
      return {
        stationId: station.id,
        commodity: row.commodity,
        direction: row.direction,
        ...unitPricesOf(row, priced, { advantageBp, eventBp: 0 }),
        stockTenths: Math.floor((row.stock * 10) / row.capacity),
        asOfMs: nowMs,
        source: 'live',
        seen: { stock: row.stock, capacity: row.capacity },
        live: row,
      };
    });
  });
};
