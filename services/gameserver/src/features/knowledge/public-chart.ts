import type { Chart, KnowledgeLevel } from '@sw/rules';
import { levelOf, publicChart } from '@sw/rules';
import type { Atlas, AtlasRegion } from '../universe/index.ts';

const cache = new WeakMap<Atlas, ReadonlyMap<string, Chart>>();

/** The public chart of every region by its id: made once, as the galaxy does not change while a server runs. */
export const publicCharts = (atlas: Atlas): ReadonlyMap<string, Chart> => {
  const cached = cache.get(atlas);
  if (cached !== undefined) return cached;
  const charts = new Map(atlas.regions.map((region) => [region.id, chartOf(atlas, region)]));
  cache.set(atlas, charts);
  return charts;
};

/** What everybody knows of a sector. */
export const publicLevelOf = (atlas: Atlas, sectorId: number): KnowledgeLevel => {
  const sector = atlas.sector(sectorId);
  const chart = sector === undefined ? undefined : publicCharts(atlas).get(sector.region.id);
  return sector === undefined || chart === undefined ? 0 : levelOf(chart, sector.number);
};

/** True where prices are published by the hour: the Federation zones of public charts (economy 4.4). */
export const isPublicMarket = (atlas: Atlas, sectorId: number): boolean => {
  const sector = atlas.sector(sectorId);
  return sector !== undefined && sector.zone.kind === 'federation' && sector.region.hasPublicChart;
};

const chartOf = (atlas: Atlas, region: AtlasRegion): Chart => {
  const numberOf = (sectorId: number): number => sectorId - region.firstSectorId + 1;
  const links = atlas.regions.flatMap(({ nexusSectorId }) =>
    nexusSectorId === null ? [] : [numberOf(nexusSectorId)],
  );
  return publicChart({
    kind: region.kind,
    sectorCount: region.sectorCount,
    federationEnd: region.zones.find((zone) => zone.kind === 'federation')?.endNumber ?? 0,
    gatewayNumber: region.gatewaySectorId === null ? null : numberOf(region.gatewaySectorId),
    hubNumbers: region.kind === 'central_nexus' ? region.clusters.map((cluster) => cluster.hubNumber) : [],
    linkEndNumbers: region.kind === 'central_nexus' ? links : [],
    hasPublicChart: region.hasPublicChart,
    exitsOf: (number) =>
      (atlas.sector(region.firstSectorId + number - 1)?.warps ?? [])
        .filter((warp) => !warp.isHidden && atlas.sector(warp.to)?.region === region)
        .map((warp) => numberOf(warp.to)),
  });
};
