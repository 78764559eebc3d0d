import type { KnowledgeLevel } from '@sw/rules';
import { levelOf } from '@sw/rules';
import type { Atlas, AtlasRegion } from '../universe/index.ts';
import type { ChartRow } from './charts.repository.ts';
import { publicCharts } from './public-chart.ts';

/** What one player knows of the galaxy at one moment. */
export interface Knowledge {
  /** The greater of his own level and the public one; 0 for ids that are no sector. */
  levelOf(sectorId: number): KnowledgeLevel;
  hasVisited(sectorId: number): boolean;
  /**
   * Whether he knows what is in a sector and not only of what kind it is: a nebula hides its contents from a scan
   * (rule book, world 7.2).
   */
  showsContents(sectorId: number): boolean;
  readonly hiddenWarps: ReadonlySet<number>;
  chartOf(region: AtlasRegion): ChartRow | undefined;
}

/** Puts the charts of a player and the public chart together. */
export const knowledgeOf = (
  atlas: Atlas,
  charts: readonly ChartRow[],
  knownWarps: readonly { readonly warpId: bigint }[],
): Knowledge => {
  const open = publicCharts(atlas);
  const byRegion = new Map(charts.map((chart) => [chart.regionId, chart]));
  const levels = (sectorId: number): { own: KnowledgeLevel; open: KnowledgeLevel } => {
    const sector = atlas.sector(sectorId);
    if (sector === undefined) return { own: 0, open: 0 };
    const chart = byRegion.get(sector.region.id);
    const everybodys = open.get(sector.region.id);
    return {
      own: chart === undefined ? 0 : levelOf(chart, sector.number),
      open: everybodys === undefined ? 0 : levelOf(everybodys, sector.number),
    };
  };
  return {
    levelOf: (sectorId) => {
      const level = levels(sectorId);
      return Math.max(level.own, level.open) as KnowledgeLevel;
    },
    hasVisited: (sectorId) => levels(sectorId).own === 3,
    showsContents: (sectorId) => {
      const { own, open: everybodys } = levels(sectorId);
      return own === 3 || everybodys >= 2 || (own === 2 && atlas.sector(sectorId)?.type !== 'nebula');
    },
    hiddenWarps: new Set(knownWarps.map(({ warpId }) => Number(warpId))),
    chartOf: (region) => byRegion.get(region.id),
  };
};
