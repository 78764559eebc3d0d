import { exitsOf, terrainOf, visibleEdges, warpAt } from './known-warps.ts';
import type { MoveTarget } from './move-types.ts';
import type { RegionGraph, Terrain, WarpOption } from './types.ts';

/** What the topology knows about a move. */
export interface MoveFacts {
  readonly here: Terrain;
  /** Null where there is no such sector; whether the player knows it is the caller's to say. */
  readonly target: MoveTarget | null;
  readonly warps: readonly WarpOption[];
}

/**
 * The part of a `MoveState` that stands in the graph: terrain, target with its exits, and the warps between that the
 * player may see, all active and free. Throws where `from` is no sector of the graph.
 */
export function moveFacts(
  graph: RegionGraph,
  from: number,
  to: number,
  knownHiddenWarps?: ReadonlySet<number>,
): MoveFacts {
  const here = terrainOf(graph, from);
  if (here === null) {
    throw new RangeError(`no sector ${from}`);
  }
  const terrain = terrainOf(graph, to);
  return {
    here,
    target:
      terrain === null ? null : { ...terrain, sectorId: to, exits: exitsOf(graph, to, knownHiddenWarps) },
    warps: warpOptions(graph, from, knownHiddenWarps).filter((option) => option.to === to),
  };
}

/** All outgoing warps of a sector the player may see, active and free, by target, then kind (`GET /nav/moves`). */
export function warpOptions(
  graph: RegionGraph,
  from: number,
  knownHiddenWarps?: ReadonlySet<number>,
): (WarpOption & { readonly to: number })[] {
  return visibleEdges(graph, from, knownHiddenWarps).map((edge) => {
    const { id, to, kind, extraCost } = warpAt(graph, edge);
    return { id, to, kind, extraCost, status: 'active', disruptedUntilMs: null, toll: 0n, isAdmitted: true };
  });
}
