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

/** Reads the way to a sector; null where the player does not know it or cannot reach it. */
export type CourseTable = (sectorId: number) => TableEntry | null;

/**
 * The cheapest known ways in turns from one sector to every other, by one search: a reader that answers null for
 * sectors the player does not know or cannot reach (rule book, economy 4.3: known prices carry the way to them). With
 * aversion a hop weighs `turns × (1 + hazard/10 × aversion/10)` (economy 6.3); `turns` stays what is charged.
 */
export function courseTable(graph: RegionGraph, request: TableRequest): CourseTable {
  return courseTables(graph, request)(request.from);
}

/** The same from many sectors: what does not depend on where a way begins is prepared once. */
export function courseTables(
  graph: RegionGraph,
  request: Omit<TableRequest, 'from'>,
): (from: number) => CourseTable {
  const levels = new Uint8Array(graph.nodeCount);
  for (let node = 0; node < graph.nodeCount; node++) {
    levels[node] = request.levelOf(node + graph.baseId);
  }
  const hereNode = request.here === undefined ? -1 : request.here - graph.baseId;
  const knownHazard = (node: number, fromNode: number): number =>
    (levels[node] as number) >= TYPE_KNOWN || fromNode === hereNode ? (graph.hazards[node] as number) : 0;
  const paid = courseWeights(graph, { ...request, from: 0, to: 0, objective: 'turns' }, levels);
  const weights = averse(graph, paid, knownHazard, request.hazardAversion ?? 0);

  return (from) => {
    const start = nodeOf(graph, from);
    if (start < 0 || levels[start] === 0) {
      return () => null;
    }
    const blocked = blockedNodes(graph, request.avoid, start);
    const { knownHiddenWarps, useGates = true } = request;
    const tree = searchCourse(graph, start, -1, weights, { levels, knownHiddenWarps, blocked, useGates });
    return (sectorId) => {
      let [turns, hops, hazard] = [0, 0, 0];
      for (let node = nodeOf(graph, sectorId); node !== start; node = tree.cameFrom[node] as number) {
        const edge = node < 0 ? -1 : (tree.edgeTo[node] as number);
        if (edge < 0) {
          return null;
        }
        const before = tree.cameFrom[node] as number;
        turns += weights.turnsOf(edge, before);
        hazard = Math.max(hazard, knownHazard(node, before));
        hops += 1;
      }
      return { turns, hops, hazard };
    };
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
