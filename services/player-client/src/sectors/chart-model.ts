import type { RegionChart } from './merge-chart.ts';

/** Kinds of warps by their number on the chart; the order of the contract's list. */
export const EDGE_KINDS = ['lane', 'tunnel', 'trunk', 'nexus_link', 'gate'] as const;

const LEVEL_VISITED = 3;
const FLAG_STATION = 1;
const FLAG_PROTECTED = 4;
const TYPE_UNKNOWN = 255;
const EDGE_WIDTH = 4;

export type EdgeKind = (typeof EDGE_KINDS)[number];

/** A warp whose other end is not on the chart: it begins in a known sector and leads nowhere yet. */
export interface ChartStub {
  readonly from: number;
  readonly toNumber: number;
}

/** Warps between known sectors, by index: rows of both ends, kind as in `EDGE_KINDS`, 1 for one-way. */
export interface ChartEdges {
  readonly count: number;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly kind: Uint8Array;
  readonly oneWay: Uint8Array;
}

/** A region's chart prepared for drawing and searching: typed columns and adjacency by row. */
export interface ChartModel {
  readonly chart: RegionChart;
  readonly count: number;
  readonly x: Float64Array;
  /** Upwards, as on paper. */
  readonly y: Float64Array;
  readonly edges: ChartEdges;
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
  neighbours(row: number): Uint32Array;
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

/** The warps of a chart by row; those with an end off the chart are stubs. */
function splitEdges(
  { edges }: Pick<RegionChart, 'edges'>,
  rows: ReadonlyMap<number, number>,
): { readonly edges: ChartEdges; readonly stubs: readonly ChartStub[] } {
  const most = Math.floor(edges.length / EDGE_WIDTH);
  const [from, to] = [new Uint32Array(most), new Uint32Array(most)];
  const [kind, oneWay] = [new Uint8Array(most), new Uint8Array(most)];
  const stubs: ChartStub[] = [];
  let count = 0;
  for (let at = 0; at < most * EDGE_WIDTH; at += EDGE_WIDTH) {
    const [fromNumber, toNumber] = [edges[at] ?? 0, edges[at + 1] ?? 0];
    const [a, b] = [rows.get(fromNumber), rows.get(toNumber)];
    if (a !== undefined && b !== undefined) {
      from[count] = a;
      to[count] = b;
      kind[count] = edges[at + 2] ?? 0;
      oneWay[count] = edges[at + 3] ?? 0;
      count += 1;
    } else if (a !== undefined) stubs.push({ from: a, toNumber });
    else if (b !== undefined) stubs.push({ from: b, toNumber: fromNumber });
  }
  return { edges: { count, from, to, kind, oneWay }, stubs };
}

/** Compressed rows: the neighbours of row r are `targets` from `starts[r]` to `starts[r + 1]`. */
function adjacencyOf(
  count: number,
  edges: ChartEdges,
): { readonly starts: Uint32Array; readonly targets: Uint32Array } {
  const starts = new Uint32Array(count + 1);
  const each = (visit: (from: number, to: number) => void): void => {
    for (let edge = 0; edge < edges.count; edge += 1) {
      const [a, b] = [edges.from[edge] ?? 0, edges.to[edge] ?? 0];
      visit(a, b);
      if (edges.oneWay[edge] !== 1) visit(b, a);
    }
  };
  each((from) => {
    starts[from + 1] = (starts[from + 1] ?? 0) + 1;
  });
  for (let row = 0; row < count; row += 1) starts[row + 1] = (starts[row + 1] ?? 0) + (starts[row] ?? 0);
  const next = starts.slice();
  const targets = new Uint32Array(starts[count] ?? 0);
  each((from, to) => {
    const at = next[from] ?? 0;
    targets[at] = to;
    next[from] = at + 1;
  });
  return { starts, targets };
}

/** Prepares a chart. Costs one pass over rows and two over warps. */
export function buildChartModel(chart: RegionChart): ChartModel {
  const rows = new Map(chart.n.map((number, row) => [number, row]));
  const x = Float64Array.from(chart.x);
  const y = Float64Array.from(chart.y);
  const count = chart.n.length;
  const { edges, stubs } = splitEdges(chart, rows);
  const { starts, targets } = adjacencyOf(count, edges);
  const column = (values: readonly number[], row: number): number => values[row] ?? 0;
  return {
    chart,
    count,
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
    neighbours: (row) => targets.subarray(starts[row] ?? 0, starts[row + 1] ?? 0),
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
