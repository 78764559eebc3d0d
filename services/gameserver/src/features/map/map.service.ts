import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { ReplyOf } from '@sw/contracts';
import { PLAYER_ENDPOINTS } from '@sw/contracts';
import { AppError } from '@sw/service-kit';
import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import { RawReply } from '../../http/raw-reply.ts';
import {
  findCharts,
  findKnownWarps,
  findSightings,
  findSightingsSince,
  knowledgeOf,
} from '../knowledge/index.ts';
import { findActiveShip } from '../player/index.ts';
import type { AtlasRegion } from '../universe/index.ts';
import type { RegionChart } from './chart-columns.ts';
import { buildColumns } from './chart-columns.ts';

type Galaxy = ReplyOf<(typeof PLAYER_ENDPOINTS)['getGalaxy']>;

/** The regions of the galaxy, how they are linked, and where the player is. */
export const readGalaxy = async (deps: Deps, playerId: string): Promise<Galaxy> => {
  const atlas = deps.atlas();
  const [ship] = await findActiveShip(deps.db.sql, playerId);
  const here = ship === undefined ? undefined : atlas.sector(ship.sectorId);
  return {
    regions: atlas.regions.map((region) => ({
      code: region.code,
      kind: region.kind,
      name: region.name,
      title: region.title,
      owner: null,
      mapX: region.mapX,
      mapY: region.mapY,
      mapZ: region.mapZ,
      sectorCount: region.sectorCount,
      status: region.status,
      link:
        region.gatewaySectorId === null || region.nexusSectorId === null
          ? null
          : { gateway: region.gatewaySectorId, nexus: region.nexusSectorId },
    })),
    you: here === undefined ? null : { region: here.region.name, sector: here.id },
  };
};

const regionOrRefuse = (deps: Deps, name: string): AtlasRegion => {
  const region = deps.atlas().regionByName(name);
  if (region === undefined) throw new AppError('not_found');
  return region;
};

const versionOf = (region: AtlasRegion, chartVersion: bigint): string =>
  `${region.topologyVersion}.${chartVersion}`;

/** Encodings a compressed chart is kept in, best first. */
type Encoding = 'br' | 'gzip' | 'identity';

const encodingFor = (accepted: string): Encoding => {
  if (/\bbr\b/.test(accepted)) return 'br';
  return /\bgzip\b/.test(accepted) ? 'gzip' : 'identity';
};

const compress = (body: string, encoding: Encoding): Buffer | string => {
  if (encoding === 'br') return brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
  return encoding === 'gzip' ? gzipSync(body) : body;
};

export interface ChartRequest {
  readonly playerId: string;
  readonly regionName: string;
  readonly ifNoneMatch: string | undefined;
  readonly acceptEncoding: string;
}

const KEPT_CHARTS = 300;

/** Serves charts; compressed bodies are kept under their tag, so that an unchanged chart costs one small read. */
export const createChartReader = (deps: Deps) => {
  const kept = new Map<string, Buffer | string>();

  return async (request: ChartRequest): Promise<RawReply> => {
    const region = regionOrRefuse(deps, request.regionName);
    const { sql } = deps.db;
    const [charts, knownWarps] = await Promise.all([
      findCharts(sql, request.playerId),
      findKnownWarps(sql, request.playerId),
    ]);
    const own = charts.find((chart) => chart.regionId === region.id)?.version ?? 0n;
    const version = versionOf(region, own);
    const encoding = encodingFor(request.acceptEncoding);
    const headers = {
      etag: `"${version}"`,
      'cache-control': 'private, no-cache',
      vary: 'accept-encoding',
      ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
    };
    if (request.ifNoneMatch === `"${version}"`) return new RawReply('', { etag: `"${version}"` }, 304);
    const key = `${request.playerId} ${region.id} ${version} ${encoding}`;
    const cached = kept.get(key);
    if (cached !== undefined) return new RawReply(cached, headers);

    const sightings = await findSightings(sql, request.playerId);
    const seenAt = new Map(sightings.map((sighting) => [sighting.sectorId, sighting.seenAt]));
    const atlas = deps.atlas();
    const chart = buildColumns(
      atlas,
      region,
      atlas.sectorsOf(region),
      knowledgeOf(atlas, charts, knownWarps),
      seenAt,
      version,
    );
    const body = compress(JSON.stringify(z.encode(PLAYER_ENDPOINTS.getRegionChart.reply, chart)), encoding);
    if (kept.size >= KEPT_CHARTS) kept.delete(kept.keys().next().value ?? '');
    kept.set(key, body);
    return new RawReply(body, headers);
  };
};

const SINCE = /^(\d{1,9})\.(\d{1,18})$/;
const MAX_DELTA_VISITS = 60;

/**
 * The sectors visited since a version with everything their warps lead to. Refuses `full_required` when the
 * topology changed, the version is not of this chart, or too much happened since.
 */
export const readDelta = async (
  deps: Deps,
  playerId: string,
  regionName: string,
  since: string,
): Promise<RegionChart> => {
  const region = regionOrRefuse(deps, regionName);
  const [, topology, chartVersion] = SINCE.exec(since) ?? [];
  if (topology === undefined || chartVersion === undefined) throw new AppError('full_required');
  const { sql } = deps.db;
  const [charts, knownWarps, recent] = await Promise.all([
    findCharts(sql, playerId),
    findKnownWarps(sql, playerId),
    findSightingsSince(sql, playerId, BigInt(chartVersion)),
  ]);
  const atlas = deps.atlas();
  const own = charts.find((chart) => chart.regionId === region.id)?.version ?? 0n;
  const visits = recent.filter(({ sectorId }) => atlas.sector(sectorId)?.region === region);
  if (
    Number(topology) !== region.topologyVersion ||
    BigInt(chartVersion) > own ||
    visits.length > MAX_DELTA_VISITS
  ) {
    throw new AppError('full_required');
  }
  const ids = new Set(
    visits.flatMap(({ sectorId }) => [
      sectorId,
      ...(atlas.sector(sectorId)?.warps ?? []).map((warp) => warp.to),
    ]),
  );
  const sectors = [...ids].flatMap((id) => {
    const sector = atlas.sector(id);
    return sector?.region === region ? [sector] : [];
  });
  const seenAt = new Map(visits.map((visit) => [visit.sectorId, visit.seenAt]));
  return buildColumns(
    atlas,
    region,
    sectors,
    knowledgeOf(atlas, charts, knownWarps),
    seenAt,
    versionOf(region, own),
  );
};
