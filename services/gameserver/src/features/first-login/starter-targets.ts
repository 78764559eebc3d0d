import type { FirstShipTargets, PublicMarketplace } from '@sw/rules';
import { chooseFirstShipTargets } from '@sw/rules';
import type { Deps } from '../../deps.ts';
import { isPublicMarket } from '../knowledge/index.ts';
import { findPointsOfHour, HOUR_MS, publishHour } from '../markets/index.ts';
import type { Atlas } from '../universe/index.ts';
import { hopReader } from './hops.ts';

interface StarterSearch {
  readonly hereSectorId: number;
  readonly freeCargo: number;
  readonly credits: bigint;
}

/** The answer of the present hour, by galaxy: everybody begins at one place with one hold and one grant. */
const chosen = new WeakMap<
  Atlas,
  { readonly hour: number; readonly targets: Promise<FirstShipTargets | null> }
>();

/**
 * Where a newcomer buys and sells, from the public prices of the present hour (rule book, society 10.8).
 * Null when no pair in the Federation brings a gain. Looked for once an hour: all newcomers ask the same.
 */
export const chooseTargets = (
  deps: Deps,
  search: StarterSearch,
  nowMs: number,
): Promise<FirstShipTargets | null> => {
  const atlas = deps.atlas();
  const hour = Math.floor(nowMs / HOUR_MS);
  const known = chosen.get(atlas);
  if (known?.hour === hour) return known.targets;
  const targets = searchTargets(deps, search, nowMs);
  chosen.set(atlas, { hour, targets });
  targets.catch(() => chosen.delete(atlas));
  return targets;
};

const searchTargets = async (
  deps: Deps,
  search: StarterSearch,
  nowMs: number,
): Promise<FirstShipTargets | null> => {
  const atlas = deps.atlas();
  await publishHour(deps, nowMs);
  const stations = [...atlas.stations()].filter((station) => isPublicMarket(atlas, station.sectorId));
  const hour = Math.floor(nowMs / HOUR_MS);
  const points = await findPointsOfHour(
    deps.db.sql,
    stations.map((station) => station.id),
    hour,
  );
  const rowsOf = Map.groupBy(points, (point) => point.stationId);
  const markets = stations.map(
    (station): PublicMarketplace => ({
      sectorId: station.sectorId,
      snapshot: {
        stationId: station.id,
        stationClass: station.stationClass,
        asOfMs: hour * HOUR_MS,
        rows: rowsOf.get(station.id) ?? [],
      },
    }),
  );
  return chooseFirstShipTargets({ ...search, markets, hopsBetween: hopReader(atlas) });
};
