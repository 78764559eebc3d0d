import type { PLAYER_ENDPOINTS, QueryOf, ReplyOf } from '@sw/contracts';
import { courseTable } from '@sw/rules';
import type { Deps } from '../../deps.ts';
import { movingShipOf, readNavigator } from '../courses/index.ts';
import { isPublicMarket } from '../knowledge/index.ts';
import { findMemory, findPointsOfHour, HOUR_MS, publishHour } from '../markets/index.ts';

type KnownPrices = (typeof PLAYER_ENDPOINTS)['listKnownPrices'];
type KnownPrice = ReplyOf<KnownPrices>['items'][number];

/**
 * Every price the player knows within some hops: his own memory and the public hourly lists, the newest of
 * each station, with the plotted turns from where he is.
 */
export const readKnownPrices = async (
  deps: Deps,
  playerId: string,
  query: QueryOf<KnownPrices>,
  nowMs: number,
): Promise<ReplyOf<KnownPrices>> => {
  const atlas = deps.atlas();
  const navigator = await readNavigator(deps, playerId);
  const reach = courseTable(atlas.graph, {
    from: navigator.ship.sectorId,
    ship: movingShipOf(navigator.ship),
    avoid: new Set(navigator.avoided),
    levelOf: navigator.knowledge.levelOf,
    knownHiddenWarps: navigator.knowledge.hiddenWarps,
    here: navigator.ship.sectorId,
  });
  await publishHour(deps, nowMs);
  const hour = Math.floor(nowMs / HOUR_MS);
  const openStations = [...atlas.stations()].filter((station) => isPublicMarket(atlas, station.sectorId));
  const [memory, points] = await Promise.all([
    findMemory(deps.db.sql, playerId),
    findPointsOfHour(
      deps.db.sql,
      openStations.map((station) => station.id),
      hour,
    ),
  ]);

  const newest = new Map<string, KnownPrice>();
  const add = (
    stationId: string,
    row: Omit<
      KnownPrice,
      'stationId' | 'stationName' | 'sectorId' | 'sectorNumber' | 'regionName' | 'turns' | 'hops'
    >,
  ): void => {
    const place = placeOf(stationId);
    const known = newest.get(`${stationId} ${row.commodity}`);
    if (place === null || (known !== undefined && known.asOf >= row.asOf)) return;
    newest.set(`${stationId} ${row.commodity}`, { ...place, ...row });
  };
  const placeOf = (stationId: string) => {
    const station = atlas.station(stationId);
    const sector = station === undefined ? undefined : atlas.sector(station.sectorId);
    if (station === undefined || sector === undefined) return null;
    const way = reach(sector.id);
    return {
      stationId,
      stationName: station.name,
      sectorId: sector.id,
      sectorNumber: sector.number,
      regionName: sector.region.name,
      turns: way?.turns ?? null,
      hops: way?.hops ?? null,
    };
  };
  for (const point of points) {
    add(point.stationId, {
      commodity: point.commodity,
      side: point.direction,
      ask: point.ask,
      bid: point.bid,
      stockTenths: point.stockTenths,
      asOf: new Date(hour * HOUR_MS).toISOString(),
      source: 'public',
    });
  }
  for (const row of memory) {
    add(row.stationId, {
      commodity: row.commodity as KnownPrice['commodity'],
      side: row.direction as KnownPrice['side'],
      ask: row.ask,
      bid: row.bid,
      stockTenths: row.stockTenths,
      asOf: row.asOf.toISOString(),
      source: 'visit',
    });
  }
  const items = [...newest.values()].filter(
    (price) =>
      (query.commodity === undefined || price.commodity === query.commodity) &&
      (price.hops === null || price.hops <= query.maxHops),
  );
  return {
    items: items.sort(
      (a, b) => (a.turns ?? 1e9) - (b.turns ?? 1e9) || a.stationName.localeCompare(b.stationName),
    ),
  };
};
