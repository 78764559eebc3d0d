import type { getRegionChart, ReplyOf } from '@sw/contracts';

export type RegionChart = ReplyOf<typeof getRegionChart>;

/** Every column with one value a sector; `edges` has four a warp. */
const COLUMNS = [
  'n',
  'x',
  'y',
  'z',
  'level',
  'type',
  'zone',
  'cluster',
  'flags',
  'seenAt',
  'tradeCode',
] as const;
const EDGE_WIDTH = 4;

/** Flat quadruples from, to, kind, oneway. */
export function edgesOf(
  chart: Pick<RegionChart, 'edges'>,
): readonly (readonly [number, number, number, number])[] {
  const { edges } = chart;
  return Array.from({ length: Math.floor(edges.length / EDGE_WIDTH) }, (_, index) => {
    const at = index * EDGE_WIDTH;
    return [edges[at] ?? 0, edges[at + 1] ?? 0, edges[at + 2] ?? 0, edges[at + 3] ?? 0] as const;
  });
}

/** The same warp whichever end is named first; a one-way warp keeps its direction. */
function edgeKey([from, to, kind, oneWay]: readonly [number, number, number, number]): string {
  return oneWay === 1 || from < to ? `${from}.${to}.${kind}.${oneWay}` : `${to}.${from}.${kind}.${oneWay}`;
}

/**
 * The chart with changed rows merged in: a row of `changes` replaces the row of the same sector or
 * is added; warps are added once; names and clusters are added or replaced. Nothing is taken away,
 * because what a player knows never shrinks.
 */
export function mergeChart(chart: RegionChart, changes: RegionChart): RegionChart {
  const rowOf = new Map(chart.n.map((number, row) => [number, row]));
  const merged: RegionChart = { ...chart, version: changes.version };
  for (const column of COLUMNS) merged[column] = [...chart[column]];
  changes.n.forEach((number, row) => {
    const at = rowOf.get(number) ?? merged.n.length;
    rowOf.set(number, at);
    for (const column of COLUMNS) merged[column][at] = changes[column][row] ?? 0;
  });
  const known = new Set(edgesOf(chart).map(edgeKey));
  const fresh = edgesOf(changes).filter((edge) => !known.has(edgeKey(edge)));
  merged.edges = [...chart.edges, ...fresh.flat()];
  merged.names = { ...chart.names, ...changes.names };
  const clusters = new Map(
    [...chart.clusters, ...changes.clusters].map((cluster) => [cluster.index, cluster]),
  );
  merged.clusters = [...clusters.values()];
  const nebulae = new Map([...chart.nebulae, ...changes.nebulae].map((nebula) => [nebula.cluster, nebula]));
  merged.nebulae = [...nebulae.values()];
  return merged;
}
