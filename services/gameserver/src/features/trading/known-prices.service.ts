import type { PLAYER_ENDPOINTS, QueryOf, ReplyOf } from '@sw/contracts';
import type { CourseTable } from '@sw/rules';
import { courseTables } from '@sw/rules';
import type { Deps } from '../../deps.ts';
import type { Navigator } from '../courses/index.ts';
import { movingShipOf, readNavigator } from '../courses/index.ts';
import { readKnownMarkets } from './known-markets.service.ts';

type KnownPrices = (typeof PLAYER_ENDPOINTS)['listKnownPrices'];
type Reply = ReplyOf<KnownPrices>;

const MOST_UNPRICED = 3;
const FAR = 1e9;

/**
 * Every price the player knows within some hops: live where he is docked, his own memory and the public hourly lists,
 * the newest of each station, with the plotted turns from where he is; and the nearest stations that would fill gaps.
 */
export const readKnownPrices = async (
  deps: Deps,
  playerId: string,
  query: QueryOf<KnownPrices>,
  nowMs: number,
): Promise<Reply> => {
  const atlas = deps.atlas();
  const navigator = await readNavigator(deps, playerId);
  const reach = waysOf(deps, navigator)(navigator.ship.sectorId);
  const known = await readKnownMarkets(deps, playerId, navigator, nowMs);
  const items = known.flatMap((price): Reply['items'] => {
    const station = atlas.station(price.stationId);
    const sector = station === undefined ? undefined : atlas.sector(station.sectorId);
    if (station === undefined || sector === undefined) return [];
    const way = reach(sector.id);
    if (query.commodity !== undefined && price.commodity !== query.commodity) return [];
    if (way !== null && way.hops > query.maxHops) return [];
    return [
      {
        stationId: station.id,
        stationName: station.name,
        sectorId: sector.id,
        sectorNumber: sector.number,
        regionName: sector.region.name,
        commodity: price.commodity,
        side: price.direction,
        ask: price.ask,
        bid: price.bid,
        stockTenths: price.stockTenths,
        asOf: new Date(price.asOfMs).toISOString(),
        source: price.source,
        turns: way?.turns ?? null,
        hops: way?.hops ?? null,
      },
    ];
  });
  const priced = new Set(known.map(({ stationId }) => stationId));
  return {
    items: items.sort(
      (a, b) => (a.turns ?? FAR) - (b.turns ?? FAR) || a.stationName.localeCompare(b.stationName),
    ),
    unpriced: unpricedNear(deps, navigator, priced, reach),
  };
};

/** Ways of a navigator from any sector to all others, as he knows them. */
export const waysOf = (
  deps: Deps,
  { ship, knowledge, avoided }: Navigator,
  hazardAversion = 0,
): ((from: number) => CourseTable) =>
  courseTables(deps.atlas().graph, {
    ship: movingShipOf(ship),
    avoid: new Set(avoided),
    levelOf: knowledge.levelOf,
    knownHiddenWarps: knowledge.hiddenWarps,
    here: ship.sectorId,
    hazardAversion,
  });

const unpricedNear = (
  deps: Deps,
  { knowledge }: Navigator,
  priced: ReadonlySet<string>,
  reach: CourseTable,
): Reply['unpriced'] =>
  [...deps.atlas().stations()]
    .flatMap((station) => {
      if (priced.has(station.id) || !knowledge.showsContents(station.sectorId)) return [];
      const way = reach(station.sectorId);
      const number = deps.atlas().sector(station.sectorId)?.number;
      if (way === null || number === undefined) return [];
      return [
        {
          stationId: station.id,
          stationName: station.name,
          sectorId: station.sectorId,
          sectorNumber: number,
          turns: way.turns,
        },
      ];
    })
    .sort((a, b) => a.turns - b.turns || a.stationName.localeCompare(b.stationName))
    .slice(0, MOST_UNPRICED);
