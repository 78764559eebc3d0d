import { nodeOf } from './build-region-graph.ts';
import { blockedNodes, searchCourse } from './course-search.ts';
import { courseWeights } from './course-weights.ts';
import type { PlotRequest, RegionGraph } from './types.ts';

/** The way to one sector of a table. */
export interface TableEntry {
  readonly turns: number;
  readonly hops: number;
}

/**
 * The cheapest known ways in turns from one sector to every other, by one search: a reader that answers null for
 * sectors the player does not know or cannot reach (rule book, economy 4.3: known prices carry the way to them).
 */
export function courseTable(
  graph: RegionGraph,
  request: Omit<PlotRequest, 'to' | 'objective'>,
): (sectorId: number) => TableEntry | null {
  const start = nodeOf(graph, request.from);
  const levels = new Uint8Array(graph.nodeCount);
  for (let node = 0; node < graph.nodeCount; node++) {
    levels[node] = request.levelOf(node + graph.baseId);
  }
  if (start < 0 || levels[start] === 0) {
    return () => null;
  }
  const { knownHiddenWarps, useGates = true } = request;
  const blocked = blockedNodes(graph, request.avoid, start);
  const weights = courseWeights(graph, { ...request, to: request.from, objective: 'turns' }, levels);
  const tree = searchCourse(graph, start, -1, weights, { levels, knownHiddenWarps, blocked, useGates });

  return (sectorId) => {
    const goal = nodeOf(graph, sectorId);
    let turns = 0;
    let hops = 0;
    for (let node = goal; node !== start; node = tree.cameFrom[node] as number) {
      const edge = node < 0 ? -1 : (tree.edgeTo[node] as number);
      if (edge < 0) {
        return null;
      }
      turns += weights.turnsOf(edge, tree.cameFrom[node] as number);
      hops += 1;
    }
    return { turns, hops };
  };
}
