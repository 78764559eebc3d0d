import { nodeOf } from './build-region-graph.ts';
import { SECTOR_TYPES, WARP_KINDS } from './constants.ts';
import type { GraphWarp, RegionGraph, Terrain } from './types.ts';

const NONE: ReadonlySet<number> = new Set();

/** True when a hidden edge was revealed to the player, by its own id or by that of the way back. */
export function isRevealed(graph: RegionGraph, edge: number, knownHiddenWarps: ReadonlySet<number>): boolean {
  const back = graph.reverse[edge] as number;
  return (
    knownHiddenWarps.has(graph.warpIds[edge] as number) ||
    (back >= 0 && knownHiddenWarps.has(graph.warpIds[back] as number))
  );
}

/** The edge numbers leaving a sector that the player may see while he is there: all but unrevealed hidden ones. */
export function visibleEdges(
  graph: RegionGraph,
  sectorId: number,
  knownHiddenWarps: ReadonlySet<number> = NONE,
): number[] {
  const node = nodeOf(graph, sectorId);
  const edges: number[] = [];
  if (node < 0) {
    return edges;
  }
  for (let edge = graph.offsets[node] as number; edge < (graph.offsets[node + 1] as number); edge++) {
    if (graph.hidden[edge] === 0 || isRevealed(graph, edge, knownHiddenWarps)) {
      edges.push(edge);
    }
  }
  return edges;
}

/** An edge as it was put in, without its link. */
export function warpAt(graph: RegionGraph, edge: number): Omit<GraphWarp, 'from' | 'linkId'> {
  return {
    id: graph.warpIds[edge] as number,
    to: (graph.targets[edge] as number) + graph.baseId,
    kind: WARP_KINDS[graph.kinds[edge] as number] ?? 'lane',
    length: graph.lengths[edge] as number,
    extraCost: graph.extraCosts[edge] as number,
    isHidden: graph.hidden[edge] === 1,
  };
}

/** The terrain of a sector; null where the graph has no such sector. */
export function terrainOf(graph: RegionGraph, sectorId: number): Terrain | null {
  const node = nodeOf(graph, sectorId);
  if (node < 0) {
    return null;
  }
  return {
    type: SECTOR_TYPES[graph.types[node] as number] ?? 'standard',
    hazard: graph.hazards[node] as number,
    nebulaDensity: graph.densities[node] as number,
  };
}

/** Sector ids that an arrival charts: the targets of all warps the player may see there, ascending, once each. */
export function exitsOf(
  graph: RegionGraph,
  sectorId: number,
  knownHiddenWarps?: ReadonlySet<number>,
): number[] {
  const targets = visibleEdges(graph, sectorId, knownHiddenWarps).map(
    (edge) => (graph.targets[edge] as number) + graph.baseId,
  );
  return [...new Set(targets)];
}
