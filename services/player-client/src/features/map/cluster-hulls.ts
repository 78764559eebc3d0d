import type { ChartModel } from '../../sectors/chart-model.ts';

/** What belongs together on a chart looked at from afar. */
export interface ClusterHull {
  readonly index: number;
  readonly name: string;
  /** Known sectors in it. */
  readonly count: number;
  /** Rows of its outermost sectors, in their order around it. */
  readonly corners: readonly number[];
  readonly x: number;
  readonly y: number;
}

/** Twice the area of a triangle of rows; positive when it turns left. */
function turn({ x, y }: ChartModel, a: number, b: number, c: number): number {
  const [ax, ay] = [x[a] ?? 0, y[a] ?? 0];
  return ((x[b] ?? 0) - ax) * ((y[c] ?? 0) - ay) - ((y[b] ?? 0) - ay) * ((x[c] ?? 0) - ax);
}

/** The outermost of some rows, counter-clockwise (monotone chain). */
export function hullOf(model: ChartModel, rows: readonly number[]): readonly number[] {
  const sorted = [...rows].sort(
    (a, b) => (model.x[a] ?? 0) - (model.x[b] ?? 0) || (model.y[a] ?? 0) - (model.y[b] ?? 0),
  );
  if (sorted.length < 3) return sorted;
  const half = (order: readonly number[]): number[] => {
    const chain: number[] = [];
    for (const row of order) {
      while (chain.length > 1 && turn(model, chain.at(-2) ?? 0, chain.at(-1) ?? 0, row) <= 0) chain.pop();
      chain.push(row);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.toReversed())];
}

const made = new WeakMap<ChartModel, readonly ClusterHull[]>();

/** The clusters of a chart with the sectors known of them; made once for each version. */
export function clusterHulls(model: ChartModel): readonly ClusterHull[] {
  const known = made.get(model);
  if (known !== undefined) return known;
  const members = new Map<number, number[]>();
  for (let row = 0; row < model.count; row += 1) {
    const cluster = model.chart.cluster[row] ?? 0;
    const rows = members.get(cluster);
    if (rows === undefined) members.set(cluster, [row]);
    else rows.push(row);
  }
  const mean = (rows: readonly number[], column: Float64Array): number =>
    rows.reduce((sum, row) => sum + (column[row] ?? 0), 0) / rows.length;
  const hulls = model.chart.clusters.flatMap(({ index, name }) => {
    const rows = members.get(index);
    return rows === undefined
      ? []
      : [
          {
            index,
            name,
            count: rows.length,
            corners: hullOf(model, rows),
            x: mean(rows, model.x),
            y: mean(rows, model.y),
          },
        ];
  });
  made.set(model, hulls);
  return hulls;
}
