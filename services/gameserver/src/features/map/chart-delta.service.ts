import { AppError } from '@sw/service-kit';
import type { Deps } from '../../deps.ts';
import type { Knowledge } from '../knowledge/index.ts';
import {
  findCharts,
  findDeltaFloor,
  findKnownWarps,
  findSightingsOf,
  findSightingsSince,
  knowledgeOf,
} from '../knowledge/index.ts';
import type { Atlas, AtlasSector } from '../universe/index.ts';
import type { RegionChart } from './chart-columns.ts';
import { buildColumns } from './chart-columns.ts';
import { chartVersion, ownVersion, regionOrRefuse } from './region-chart.ts';

const SINCE = /^(\d{1,9})\.(\d{1,18})$/;
const MAX_VISITS = 60;

/**
 * The sectors visited since a version with everything their known warps lead to. Refuses `full_required`
 * when the topology changed, the version is not of this chart, or too much happened since.
 */
export const readDelta = (
  deps: Deps,
  playerId: string,
  regionName: string,
  since: string,
): Promise<RegionChart> => {
  const region = regionOrRefuse(deps, regionName);
  const [, topology, from] = SINCE.exec(since) ?? [];
  if (from === undefined || Number(topology) !== region.topologyVersion) throw new AppError('full_required');
  // Of one moment: a version must never be told without the sectors it stands for.
  return deps.db.snapshot(async (tx) => {
    const { sql } = tx;
    const [charts, knownWarps, floors, recent] = await tx.load(
      findCharts(sql, playerId),
      findKnownWarps(sql, playerId),
      findDeltaFloor(sql, playerId, region.id),
      findSightingsSince(sql, playerId, BigInt(from), {
        firstId: region.firstSectorId,
        lastId: region.firstSectorId + region.sectorCount - 1,
        limit: MAX_VISITS + 1,
      }),
    );
    const isTooMuch = recent.length > MAX_VISITS || BigInt(from) > ownVersion(region, charts);
    const isBehind = BigInt(from) < (floors[0]?.deltaFloor ?? 0n);
    if (isTooMuch || isBehind) throw new AppError('full_required');

    const atlas = deps.atlas();
    const knowledge = knowledgeOf(atlas, charts, knownWarps);
    const sectors = around(
      atlas,
      knowledge,
      recent.map(({ sectorId }) => sectorId),
    ).filter((sector) => sector.region === region);
    const [sightings] = await tx.load(
      findSightingsOf(
        sql,
        playerId,
        sectors.map(({ id }) => id),
      ),
    );
    const seenAt = new Map(sightings.map((sighting) => [sighting.sectorId, sighting.seenAt]));
    return buildColumns({ atlas, region, knowledge, seenAt, version: chartVersion(region, charts) }, sectors);
  });
};

/** Some sectors and what their known warps lead to, each once. */
const around = (atlas: Atlas, knowledge: Knowledge, sectorIds: readonly number[]): AtlasSector[] => {
  const ids = sectorIds.flatMap((id) => [
    id,
    // A hidden warp he has not found would tell by the row of its far end that it is there.
    ...(atlas.sector(id)?.warps ?? [])
      .filter((warp) => !warp.isHidden || knowledge.hiddenWarps.has(warp.id))
      .map(({ to }) => to),
  ]);
  return [...new Set(ids)].flatMap((id) => atlas.sector(id) ?? []);
};
