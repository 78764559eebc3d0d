import type { RegionChart } from './merge-chart.ts';
import { edgesOf } from './merge-chart.ts';

/** Kinds of warps by their number on the chart; the order of the contract's list. */
export const EDGE_KINDS = ['lane', 'tunnel', 'trunk', 'nexus_link', 'gate'] as const;

const LEVEL_VISITED = 3;
const FLAG_STATION = 1;
const FLAG_PROTECTED = 4;
const TYPE_UNKNOWN = 255;

export interface ChartEdge {
  /** Rows of the ends. */
  readonly from: number;
  readonly to: number;
  readonly kind: (typeof EDGE_KINDS)[number];
  readonly oneWay: boolean;
}

/** A warp whose other end is not on the chart: it begins in a known sector and leads nowhere yet. */
export interface ChartStub {
  readonly from: number;
  readonly toNumber: number;
}

/** A region's chart prepared for drawing and searching: typed columns and adjacency by row. */
export interface ChartModel {
  readonly chart: RegionChart;
  readonly count: number;
  readonly x: Float64Array;
  /** Upwards, as on paper. */
  readonly y: Float64Array;
  readonly edges: readonly ChartEdge[];
  readonly stubs: readonly ChartStub[];
  readonly bounds: {
    readonly minX: number;
    readonly minY: number;
    readonly maxX: number;
    readonly maxY: number;
  };
  rowOf(sectorNumber: number): number | null;
  numberAt(row: number): number;
  nameAt(row: number): string | null;
  levelAt(row: number): number;
  isVisited(row: number): boolean;
  hasStation(row: number): boolean;
  isProtected(row: number): boolean;
  /** Index of the sector type, null while unknown. */
  typeAt(row: number): number | null;
  /** Rows one warp away, one-way warps only in their direction. */
  neighbours(row: number): readonly number[];
}

function boundsOf(x: Float64Array, y: Float64Array): ChartModel['bounds'] {
  if (x.length === 0) return { minX: 0, minY: 0, maxX: 1, maxY: 1 };
  return {
    minX: x.reduce((low, value) => Math.min(low, value)),
    minY: y.reduce((low, value) => Math.min(low, value)),
    maxX: x.reduce((high, value) => Math.max(high, value)),
    maxY: y.reduce((high, value) => Math.max(high, value)),
  };
}

/** Prepares a chart. Costs one pass over rows and warps. */
export function buildChartModel(chart: RegionChart): ChartModel {
  const rows = new Map(chart.n.map((number, row) => [number, row]));
  const x = Float64Array.from(chart.x);
  const y = Float64Array.from(chart.y);
  const edges: ChartEdge[] = [];
  const stubs: ChartStub[] = [];
  const next: number[][] = chart.n.map(() => []);
  for (const [fromNumber, toNumber, kind, oneWay] of edgesOf(chart)) {
    const [from, to] = [rows.get(fromNumber), rows.get(toNumber)];
    if (from === undefined || to === undefined) {
      const known = from ?? to;
      if (known !== undefined)
        stubs.push({ from: known, toNumber: from === undefined ? fromNumber : toNumber });
      continue;
    }
    edges.push({ from, to, kind: EDGE_KINDS[kind] ?? 'lane', oneWay: oneWay === 1 });
    next[from]?.push(to);
    if (oneWay !== 1) next[to]?.push(from);
  }
  const column = (values: readonly number[], row: number): number => values[row] ?? 0;
  return {
    chart,
    count: chart.n.length,
    x,
    y,
    edges,
    stubs,
    bounds: boundsOf(x, y),
    rowOf: (number) => rows.get(number) ?? null,
    numberAt: (row) => column(chart.n, row),
    nameAt: (row) => chart.names[String(column(chart.n, row))] ?? null,
    levelAt: (row) => column(chart.level, row),
    isVisited: (row) => column(chart.level, row) >= LEVEL_VISITED,
    hasStation: (row) => (column(chart.flags, row) & FLAG_STATION) !== 0,
    isProtected: (row) => (column(chart.flags, row) & FLAG_PROTECTED) !== 0,
    typeAt: (row) => {
      const type = chart.type[row] ?? TYPE_UNKNOWN;
      return type === TYPE_UNKNOWN ? null : type;
    },
    neighbours: (row) => next[row] ?? [],
  };
}

const models = new WeakMap<RegionChart, ChartModel>();

/** The prepared chart, made once for each version of it. */
export function chartModelOf(chart: RegionChart): ChartModel {
  let model = models.get(chart);
  if (model === undefined) {
    model = buildChartModel(chart);
    models.set(chart, model);
  }
  return model;
}

/** Id of a sector of the chart from its number: the region's ids follow each other from `id0`. */
export function sectorIdOf(chart: Pick<RegionChart, 'id0'>, sectorNumber: number): number {
  return chart.id0 + sectorNumber - 1;
}

/** Number of a sector of the chart from its id. */
export function sectorNumberOf(chart: Pick<RegionChart, 'id0'>, sectorId: number): number {
  return sectorId - chart.id0 + 1;
}

export interface Found {
  readonly row: number;
  readonly hops: number;
}

/** The nearest row, by hops over known warps, that `wanted` accepts; the start itself never counts. */
export function nearestRow(model: ChartModel, start: number, wanted: (row: number) => boolean): Found | null {
  const hops = new Map<number, number>([[start, 0]]);
  const queue = [start];
  for (const row of queue) {
    const distance = hops.get(row) ?? 0;
    if (row !== start && wanted(row)) return { row, hops: distance };
    for (const to of model.neighbours(row)) {
      if (hops.has(to)) continue;
      hops.set(to, distance + 1);
      queue.push(to);
    }
  }
  return null;
}

/** Rows in the order in which a ship at `start` can reach them, at most `limit`. */
export function nearestRows(model: ChartModel, start: number, limit: number): readonly number[] {
  const seen = new Set([start]);
  const queue = [start];
  for (const row of queue) {
    if (queue.length > limit) break;
    for (const to of model.neighbours(row)) {
      if (seen.has(to)) continue;
      seen.add(to);
      queue.push(to);
    }
  }
  return queue.slice(1, limit + 1);
}
