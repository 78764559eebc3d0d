import { hopDistances, INTELLIGENCE_HOPS } from '@sw/rules';
import type { Deps } from '../../deps.ts';
import type { Knowledge } from '../knowledge/index.ts';
import { findCharts, findKnownWarps, knowledgeOf } from '../knowledge/index.ts';
import type { Atlas } from '../universe/index.ts';
import { findIntelligence } from './intelligence.repository.ts';

const cache = new WeakMap<Atlas, Map<string, ReadonlySet<string>>>();

/** Every station within reach of intelligence bought at one, itself included; the galaxy does not change. */
const stationsAround = (atlas: Atlas, stationId: string): ReadonlySet<string> => {
  const known = cache.get(atlas) ?? new Map<string, ReadonlySet<string>>();
  cache.set(atlas, known);
  const cached = known.get(stationId);
  if (cached !== undefined) return cached;
  const centre = atlas.station(stationId);
  const distances = hopDistances(atlas.graph, centre?.sectorId ?? 0);
  const around = new Set(
    [...atlas.stations()]
      .filter(({ sectorId }) => distances.hopsTo(sectorId) <= INTELLIGENCE_HOPS)
      .map(({ id }) => id),
  );
  known.set(stationId, around);
  return around;
};

/** The stations around one of which a player knows that they are there. */
export const knownAround = (atlas: Atlas, knowledge: Knowledge, stationId: string): string[] =>
  [...stationsAround(atlas, stationId)].filter((id) =>
    knowledge.showsContents(atlas.station(id)?.sectorId ?? 0),
  );

/**
 * The stations whose prices are live for a player: those he knows within five hops of where he bought intelligence
 * that is still valid. What he learns of meanwhile joins them; what he does not know stays unknown.
 */
export const findLiveStations = async (
  deps: Deps,
  playerId: string,
  knowledge: Knowledge,
  nowMs: number,
): Promise<ReadonlySet<string>> => {
  const bought = await findIntelligence(deps.db.sql, playerId, new Date(nowMs));
  return new Set(bought.flatMap(({ stationId }) => knownAround(deps.atlas(), knowledge, stationId)));
};

/** Whether a player knows the live prices of a station without being docked there (rule book, economy 4.4). */
export const knowsLivePrices = async (
  deps: Deps,
  playerId: string,
  stationId: string,
  nowMs: number,
): Promise<boolean> => {
  const { sql } = deps.db;
  const [charts, warps] = await Promise.all([findCharts(sql, playerId), findKnownWarps(sql, playerId)]);
  const knowledge = knowledgeOf(deps.atlas(), charts, warps);
  return (await findLiveStations(deps, playerId, knowledge, nowMs)).has(stationId);
};
