import type { CommodityKey, MarketDirection, MarketRow } from '@sw/rules';
import { advantage, settleMarket, unitPricesOf } from '@sw/rules';
import type { Deps } from '../../deps.ts';
import type { Navigator } from '../courses/index.ts';
import { isPublicMarket } from '../knowledge/index.ts';
import {
  findMarkets,
  findMemory,
  findPointsOfHour,
  findStation,
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
  /** The market itself, settled to now, at the station he is docked at. */
  readonly live: MarketRow | null;
}

/**
 * Every price a player knows, the newest of each market (rule book, economy 4.4): live where he is docked, else his own
 * memory or the public hourly lists. Whatever plans or watches for a player starts here, so that it can tell him
 * nothing he does not know.
 */
export const readKnownMarkets = async (
  deps: Deps,
  playerId: string,
  navigator: Pick<Navigator, 'player' | 'ship'>,
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
    readDocked(deps, navigator, nowMs),
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

/** The markets of the station the ship is docked at, as they are now for this player. */
const readDocked = async (
  deps: Deps,
  { player, ship }: Pick<Navigator, 'player' | 'ship'>,
  nowMs: number,
): Promise<KnownMarketPrice[]> => {
  const stationId = ship.status === 'docked' ? ship.stationId : null;
  if (stationId === null) return [];
  const [[station], markets] = await deps.db.snapshot((tx) =>
    tx.load(findStation(tx.sql, stationId), findMarkets(tx.sql, stationId)),
  );
  if (station === undefined) return [];
  const priced = toTradeStation(station, player.id, 0);
  const { advantageBp } = advantage(advantageOf(player), station.facility);
  return markets.map((market) => {
    const row = settleMarket(toMarketRow(market), stationId, nowMs, deps.keys.economy);
    return {
      stationId,
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
};
