import { nodeOf } from './build-region-graph.ts';
import { blockedNodes, searchCourse } from './course-search.ts';
import type { CourseWeights } from './course-weights.ts';
import { courseWeights } from './course-weights.ts';
import type { PlotRequest, RegionGraph } from './types.ts';

/** The way to one sector of a table. */
export interface TableEntry {
  readonly turns: number;
  readonly hops: number;
  /** The greatest hazard on the way as far as the player knows it, 0–10. */
  readonly hazard: number;
}

/** Whose ways, and how much longer a way may be to keep out of hazards: 0 not at all … 10 most. */
export interface TableRequest extends Omit<PlotRequest, 'to' | 'objective'> {
  readonly hazardAversion?: number;
}

const TYPE_KNOWN = 2;
const WEIGHT_SCALE = 100;
const MAX_HAZARD = 10;

/**
 * The cheapest known ways in turns from one sector to every other, by one search: a reader that answers null for
 * sectors the player does not know or cannot reach (rule book, economy 4.3: known prices carry the way to them). With
 * aversion a hop weighs `turns × (1 + hazard/10 × aversion/10)` (economy 6.3); `turns` stays what is charged.
 */
export function courseTable(
  graph: RegionGraph,
  request: TableRequest,
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
  const hereNode = request.here === undefined ? -1 : request.here - graph.baseId;
  const knownHazard = (node: number, fromNode: number): number =>
    (levels[node] as number) >= TYPE_KNOWN || fromNode === hereNode ? (graph.hazards[node] as number) : 0;
  const paid = courseWeights(graph, { ...request, to: request.from, objective: 'turns' }, levels);
  const weights = averse(graph, paid, knownHazard, request.hazardAversion ?? 0);
  const tree = searchCourse(graph, start, -1, weights, { levels, knownHiddenWarps, blocked, useGates });

  return (sectorId) => {
    const goal = nodeOf(graph, sectorId);
    let turns = 0;
    let hops = 0;
    let hazard = 0;
    for (let node = goal; node !== start; node = tree.cameFrom[node] as number) {
      const edge = node < 0 ? -1 : (tree.edgeTo[node] as number);
      if (edge < 0) {
        return null;
      }
      const from = tree.cameFrom[node] as number;
      turns += weights.turnsOf(edge, from);
      hazard = Math.max(hazard, knownHazard(node, from));
      hops += 1;
    }
    return { turns, hops, hazard };
  };
}

function averse(
  graph: RegionGraph,
  paid: CourseWeights,
  knownHazard: (node: number, fromNode: number) => number,
  aversion: number,
): CourseWeights {
  if (aversion === 0) {
    return paid;
  }
  return {
    turnsOf: paid.turnsOf,
    weightOf: (edge, from) =>
      paid.turnsOf(edge, from) * (WEIGHT_SCALE + knownHazard(graph.targets[edge] as number, from) * aversion),
    maxWeight: paid.maxWeight * (WEIGHT_SCALE + MAX_HAZARD * aversion),
  };
}
