import type { KnowledgeLevel } from '../navigation/types.ts';
import type { SectorBitmap } from './bitmap.ts';
import { emptyBitmap, hasSector, unionOf, withSectors } from './bitmap.ts';
import { CHARTED, SCANNED, UNKNOWN, VISITED } from './constants.ts';

/** What a player knows of one region; `charted` holds `scanned`, which holds `visited` (rule book, world 7.1). */
export interface Chart {
  readonly charted: SectorBitmap;
  readonly scanned: SectorBitmap;
  readonly visited: SectorBitmap;
}

/** Sector numbers of one region, by the level they reach. */
export interface Findings {
  readonly charted?: readonly number[];
  readonly scanned?: readonly number[];
  readonly visited?: readonly number[];
}

/** The chart after a finding, and the numbers whose level rose. */
export interface LearnedChart {
  readonly chart: Chart;
  readonly gained: readonly { readonly number: number; readonly level: KnowledgeLevel }[];
}

/** The chart of somebody who knows nothing. */
export function emptyChart(sectorCount: number): Chart {
  const none = emptyBitmap(sectorCount);
  return { charted: none, scanned: none, visited: none };
}

/** The level of a sector number: 0 for every number the chart does not hold. */
export function levelOf(chart: Chart, sectorNumber: number): KnowledgeLevel {
  if (hasSector(chart.visited, sectorNumber)) {
    return VISITED;
  }
  if (hasSector(chart.scanned, sectorNumber)) {
    return SCANNED;
  }
  return hasSector(chart.charted, sectorNumber) ? CHARTED : UNKNOWN;
}

/** Adds findings to a chart; knowledge never decreases. Throws on numbers outside the region. */
export function learn(chart: Chart, findings: Findings): LearnedChart {
  const visited = findings.visited ?? [];
  const scanned = [...visited, ...(findings.scanned ?? [])];
  const charted = [...scanned, ...(findings.charted ?? [])];
  const after = {
    visited: withSectors(chart.visited, visited),
    scanned: withSectors(chart.scanned, scanned),
    charted: withSectors(chart.charted, charted),
  };
  const gained = [...new Set(charted)]
    .sort((a, b) => a - b)
    .map((number) => ({ number, level: levelOf(after, number) }))
    .filter(({ number, level }) => level > levelOf(chart, number));
  return { chart: after, gained };
}

/**
 * What an arrival teaches (rule book, world 7.1): the sector is visited, the targets of its warps the player may see
 * are at least charted. Exits into another region belong to that region's chart and must not be among `exits`.
 */
export function arrive(chart: Chart, sectorNumber: number, exits: readonly number[]): LearnedChart {
  return learn(chart, { visited: [sectorNumber], charted: exits });
}

/** What several charts know together: one's own, the public one, those of team members. */
export function mergeCharts(charts: readonly Chart[]): Chart {
  return {
    charted: unionOf(charts.map(({ charted }) => charted)),
    scanned: unionOf(charts.map(({ scanned }) => scanned)),
    visited: unionOf(charts.map(({ visited }) => visited)),
  };
}

/** A region's block of sector ids with what is known of it. */
export interface ChartedRegion {
  readonly firstSectorId: number;
  readonly sectorCount: number;
  readonly chart: Chart;
}

/** Levels by galaxy-wide sector id over several regions; 0 for ids of none of them. */
export function levelReader(regions: readonly ChartedRegion[]): (sectorId: number) => KnowledgeLevel {
  return (sectorId) => {
    const region = regions.find(
      ({ firstSectorId, sectorCount }) => sectorId >= firstSectorId && sectorId < firstSectorId + sectorCount,
    );
    return region === undefined ? UNKNOWN : levelOf(region.chart, sectorId - region.firstSectorId + 1);
  };
}
