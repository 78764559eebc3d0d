import { PLAYER_ENDPOINTS } from '@sw/contracts';
import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import { entityTag, isUnchanged } from '../../http/etag.ts';
import { RawReply } from '../../http/raw-reply.ts';
import { findCharts, findKnownWarps, findSightings, knowledgeOf } from '../knowledge/index.ts';
import { buildColumns } from './chart-columns.ts';
import { compress, encodingFor } from './chart-encoding.ts';
import { chartVersion, regionOrRefuse } from './region-chart.ts';

export interface ChartRequest {
  readonly playerId: string;
  readonly regionName: string;
  readonly ifNoneMatch: string | undefined;
  readonly acceptEncoding: string;
}

const KEPT_CHARTS = 300;

/** Serves charts; compressed bodies are kept under their tag, so that an unchanged chart costs one small read. */
export const createChartReader = (deps: Deps): ((request: ChartRequest) => Promise<RawReply>) => {
  const kept = new Map<string, Buffer | string>();

  const keep = (key: string, body: Buffer | string): void => {
    if (kept.size >= KEPT_CHARTS) kept.delete(kept.keys().next().value ?? '');
    kept.set(key, body);
  };

  return async ({ playerId, regionName, ifNoneMatch, acceptEncoding }) => {
    const region = regionOrRefuse(deps, regionName);
    const { sql } = deps.db;
    const [charts, knownWarps] = await Promise.all([
      findCharts(sql, playerId),
      findKnownWarps(sql, playerId),
    ]);
    const version = chartVersion(region, charts);
    const encoding = encodingFor(acceptEncoding);
    const etag = entityTag('chart', playerId, region.id, version, knownWarps.length);
    const caching = { etag, 'cache-control': 'private, no-cache', vary: 'accept-encoding' };
    if (isUnchanged(ifNoneMatch, etag)) return new RawReply('', caching, 304);
    const headers = encoding === 'identity' ? caching : { ...caching, 'content-encoding': encoding };
    const key = `${etag} ${encoding}`;
    const known = kept.get(key);
    if (known !== undefined) return new RawReply(known, headers);

    const sightings = await findSightings(sql, playerId);
    const atlas = deps.atlas();
    const chart = buildColumns(
      {
        atlas,
        region,
        knowledge: knowledgeOf(atlas, charts, knownWarps),
        seenAt: new Map(sightings.map((sighting) => [sighting.sectorId, sighting.seenAt])),
        version,
      },
      atlas.sectorsOf(region),
    );
    const body = await compress(
      JSON.stringify(z.encode(PLAYER_ENDPOINTS.getRegionChart.reply, chart)),
      encoding,
    );
    keep(key, body);
    return new RawReply(body, headers);
  };
};
