import type { AnyStatement, Sql } from '@sw/db';
import type { Findings } from '@sw/rules';
import { emptyChart, learn } from '@sw/rules';
import type { Atlas } from '../universe/index.ts';
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

/**
 * Arriving makes a sector visited and the targets of its warps at least charted (rule book, world 7.1),
 * across region borders too.
 */
export const learnArrival = (
  atlas: Atlas,
  charts: readonly ChartRow[],
  visitedId: number,
  chartedIds: readonly number[],
): Learned => {
  const known = new Map(charts.map((chart) => [chart.regionId, chart]));
  const found = Map.groupBy([visitedId, ...chartedIds], (id) => atlas.sector(id)?.region);
  let isFirstVisit = false;
  let version = 1n;
  const newlyCharted: number[] = [];
  const changed: ChartRow[] = [];
  for (const [region, ids] of found) {
    if (region === undefined) throw new Error('arrival in an unknown sector');
    const numberOf = (id: number): number => id - region.firstSectorId + 1;
    const before = known.get(region.id) ?? {
      ...emptyChart(region.sectorCount),
      regionId: region.id,
      version: 0n,
    };
    const findings: Findings = {
      visited: ids.includes(visitedId) ? [numberOf(visitedId)] : [],
      charted: ids.map(numberOf),
    };
    const { chart, gained } = learn(before, findings);
    const isHere = ids.includes(visitedId);
    if (!isHere && gained.length === 0) continue;
    const after = { ...before, ...chart, version: before.version + 1n };
    changed.push(after);
    if (isHere) version = after.version;
    for (const { number, level } of gained) {
      const id = region.firstSectorId + number - 1;
      if (level === 3) isFirstVisit = true;
      else if (publicLevelOf(atlas, id) === 0) newlyCharted.push(id);
    }
  }
  return { charts: changed, isFirstVisit, newlyCharted, version };
};

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
