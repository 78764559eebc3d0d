import { LANES } from './constants.ts';
import type { LayoutDraft, PocketDraft } from './draft.ts';
import { NO_POCKET } from './draft.ts';
import { distanceSquared, gridOf } from './spatial-grid.ts';

/** A possible lane; `a` is the lower index. */
export interface Candidate {
  readonly a: number;
  readonly b: number;
  readonly lengthSquared: number;
}

const GRID_CELL = 60;
const FIRST_RADIUS = 60;

/**
 * Every pair in which one sector is among the 8 nearest neighbours of the other within the same class
 * (main network, or the same pocket), shortest first; ties by index.
 */
export function nearestPairs(layout: LayoutDraft, pockets: PocketDraft): Candidate[] {
  const n = pockets.pocketOf.length;
  const main = [...pockets.pocketOf.keys()].filter((sector) => pockets.pocketOf[sector] === NO_POCKET);
  const pairs = new Map<number, Candidate>();
  for (const members of [main, ...pockets.pockets]) {
    const grid = gridOf(layout.points, members, GRID_CELL);
    const wanted = Math.min(LANES.nearestNeighbours, members.length - 1);
    for (const sector of members) {
      for (const candidate of nearest(layout, grid, sector, wanted)) {
        pairs.set(candidate.a * n + candidate.b, candidate);
      }
    }
  }
  return [...pairs.values()].sort(byLength);
}

/** Shortest first; ties by lower, then higher index. */
export function byLength(left: Candidate, right: Candidate): number {
  return left.lengthSquared - right.lengthSquared || left.a - right.a || left.b - right.b;
}

/** The candidate lane of two sectors. */
export function candidateOf(layout: LayoutDraft, one: number, other: number): Candidate {
  const lengthSquared = distanceSquared(layout.points, one, other);
  return { a: Math.min(one, other), b: Math.max(one, other), lengthSquared };
}

function nearest(
  layout: LayoutDraft,
  grid: ReturnType<typeof gridOf>,
  sector: number,
  wanted: number,
): Candidate[] {
  for (let radius = FIRST_RADIUS; ; radius *= 2) {
    const found = grid.around(sector, radius);
    if (found.length >= wanted) {
      return found
        .map((other) => candidateOf(layout, sector, other))
        .sort(byLength)
        .slice(0, wanted);
    }
  }
}
