import type { ChartModel } from '../../sectors/chart-model.ts';

export type Direction = 'up' | 'down' | 'left' | 'right';

const WAYS: Readonly<Record<Direction, readonly [number, number]>> = {
  up: [0, 1],
  down: [0, -1],
  left: [-1, 0],
  right: [1, 0],
};

/** A warp counts for a direction within this angle: cosine of 60 degrees and a little more. */
const LEAST_COSINE = 0.4;

/** All rows joined to a row by a known warp, in either direction, clockwise from the top. */
export function joinedRows(model: ChartModel, row: number): readonly number[] {
  const joined = new Set(model.neighbours(row));
  const { count, from, to, oneWay } = model.edges;
  for (let edge = 0; edge < count; edge += 1)
    if (oneWay[edge] === 1 && to[edge] === row) joined.add(from[edge] ?? row);
  const angle = (to: number): number => {
    const turn = Math.atan2(
      (model.x[to] ?? 0) - (model.x[row] ?? 0),
      (model.y[to] ?? 0) - (model.y[row] ?? 0),
    );
    return turn < 0 ? turn + 2 * Math.PI : turn;
  };
  return [...joined].sort((a, b) => angle(a) - angle(b) || a - b);
}

/** The row reached from `row` by the warp that leads most into a direction; null where none does. */
export function rowTowards(model: ChartModel, row: number, direction: Direction): number | null {
  const [wayX, wayY] = WAYS[direction];
  let best: number | null = null;
  let bestScore = 0;
  for (const to of joinedRows(model, row)) {
    const [dx, dy] = [(model.x[to] ?? 0) - (model.x[row] ?? 0), (model.y[to] ?? 0) - (model.y[row] ?? 0)];
    const distance = Math.hypot(dx, dy);
    const cosine = distance === 0 ? 0 : (dx * wayX + dy * wayY) / distance;
    if (cosine < LEAST_COSINE) continue;
    // Straight ahead beats near, but a tunnel across the chart does not beat a lane.
    const score = (cosine * cosine) / Math.max(1, distance);
    if (score <= bestScore) continue;
    bestScore = score;
    best = to;
  }
  return best;
}

/** The warp after (`step` 1) or before (−1) `chosen` around `row`; the first when none is chosen. */
export function cycleWarp(
  model: ChartModel,
  row: number,
  chosen: number | null,
  step: 1 | -1,
): number | null {
  const joined = joinedRows(model, row);
  if (joined.length === 0) return null;
  const at = chosen === null ? -1 : joined.indexOf(chosen);
  if (at < 0) return joined[step === 1 ? 0 : joined.length - 1] ?? null;
  return joined[(at + step + joined.length) % joined.length] ?? null;
}
