import { AppError } from '@sw/service-kit';
import type { Deps } from '../../deps.ts';
import type { ChartRow } from '../knowledge/index.ts';
import type { AtlasRegion } from '../universe/index.ts';

export const regionOrRefuse = (deps: Deps, name: string): AtlasRegion => {
  const region = deps.atlas().regionByName(name);
  if (region === undefined) throw new AppError('not_found');
  return region;
};

/** How far a player's own chart of a region has come; 0 before he learned anything there himself. */
export const ownVersion = (region: AtlasRegion, charts: readonly ChartRow[]): bigint =>
  charts.find((chart) => chart.regionId === region.id)?.version ?? 0n;

/** Version of what a player knows of a region: that of its topology, and that of his own chart. */
export const chartVersion = (region: AtlasRegion, charts: readonly ChartRow[]): string =>
  `${region.topologyVersion}.${ownVersion(region, charts)}`;
