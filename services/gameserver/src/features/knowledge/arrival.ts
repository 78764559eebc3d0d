import type { AnyStatement, Sql } from '@sw/db';
import { emptyChart, learn } from '@sw/rules';
import type { Atlas, AtlasRegion } from '../universe/index.ts';
import type { ChartRow } from './charts.repository.ts';
import { writeChart, writeSighting } from './charts.repository.ts';
import { publicLevelOf } from './public-chart.ts';

/** What an arrival teaches: the new charts, and how much of it is new to the player. */
export interface Learned {
  readonly charts: readonly ChartRow[];
  readonly isFirstVisit: boolean;
  /** Sectors of which neither he nor everybody knew before. */
  readonly newlyCharted: readonly number[];
  /** Version of the chart of the region arrived in. */
  readonly version: bigint;
}

/** Sector ids by the level a finding raises them to. */
export interface FoundSectors {
  readonly visited?: number;
  readonly scanned?: readonly number[];
  readonly charted: readonly number[];
}

/**
 * Arriving makes a sector visited and the targets of its warps at least charted (rule book, world 7.1),
 * across region borders too.
 */
export const learnArrival = (
  atlas: Atlas,
  charts: readonly ChartRow[],
  visitedId: number,
  chartedIds: readonly number[],
): Learned => learnFound(atlas, charts, visitedId, { visited: visitedId, charted: chartedIds });

/** Adds what was found from a sector to the charts; the chart of its region counts as changed in any case. */
export const learnFound = (
  atlas: Atlas,
  charts: readonly ChartRow[],
  hereId: number,
  { visited, scanned = [], charted }: FoundSectors,
): Learned => {
  const here = atlas.sector(hereId)?.region;
  const all = [hereId, ...(visited === undefined ? [] : [visited]), ...scanned, ...charted];
  let isFirstVisit = false;
  let version = 1n;
  const newlyCharted: number[] = [];
  const changed: ChartRow[] = [];
  for (const [region, ids] of Map.groupBy(all, (id) => atlas.sector(id)?.region)) {
    if (region === undefined) throw new Error('a finding in an unknown sector');
    const before = chartOf(charts, region);
    const { chart, gained } = learn(before, {
      visited: numbersIn(region, visited === undefined ? [] : [visited]),
      scanned: numbersIn(region, scanned),
      charted: numbersIn(region, ids),
    });
    if (region !== here && gained.length === 0) continue;
    const after = { ...before, ...chart, version: before.version + 1n };
    changed.push(after);
    if (region === here) version = after.version;
    for (const { number, level } of gained) {
      const id = region.firstSectorId + number - 1;
      if (id === visited && level === 3) isFirstVisit = true;
      else if (publicLevelOf(atlas, id) === 0) newlyCharted.push(id);
    }
  }
  return { charts: changed, isFirstVisit, newlyCharted, version };
};

const chartOf = (charts: readonly ChartRow[], region: AtlasRegion): ChartRow =>
  charts.find(({ regionId }) => regionId === region.id) ?? {
    ...emptyChart(region.sectorCount),
    regionId: region.id,
    version: 0n,
  };

/** Those of some ids that lie in the region, as its numbers. */
const numbersIn = ({ firstSectorId, sectorCount }: AtlasRegion, ids: readonly number[]): number[] =>
  ids.map((id) => id - firstSectorId + 1).filter((number) => number >= 1 && number <= sectorCount);

/** The statements that keep what was learned. */
export const writeLearned = (
  sql: Sql,
  playerId: string,
  sectorId: number,
  learned: Learned,
  nowMs: number,
): AnyStatement[] => [
  ...learned.charts.map((chart) => writeChart(sql, playerId, chart)),
  writeSighting(sql, playerId, sectorId, nowMs, learned.version),
];
