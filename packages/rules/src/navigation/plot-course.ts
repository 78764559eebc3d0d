import type { Refusal } from '../refusal.ts';
import { refuse } from '../refusal.ts';
import { nodeOf } from './build-region-graph.ts';
import { MAX_COURSE_HOPS } from './constants.ts';
import type { SearchLimits, SearchTree } from './course-search.ts';
import { blockedNodes, searchCourse } from './course-search.ts';
import type { CourseWeights } from './course-weights.ts';
import { courseWeights } from './course-weights.ts';
import { DEADLY_HAZARD, RISKY_HAZARD } from './hazard.ts';
import { warpAt } from './known-warps.ts';
import type {
  CourseHop,
  CourseRisk,
  KnowledgeLevel,
  PlotRequest,
  PlottedCourse,
  RegionGraph,
} from './types.ts';

const TYPE_KNOWN = 2;
const RISKY_DANGER = 4;
const DEADLY_DANGER = 6;

/**
 * The best course a player can know (rule book, world 8.7): only warps that follow from his levels and revealed
 * hidden warps, only terrain he has seen. Deterministic: ties go to fewer hops, then to lower sector ids. Refuses
 * `not_found` for a start or destination he does not know and `no_route` `{nearestKnown}` where no way of at most 200
 * hops leads; `nearestKnown` is the reachable sector of the destination's region nearest to it, or null.
 */
export function plotCourse(graph: RegionGraph, request: PlotRequest): PlottedCourse | Refusal {
  const [start, goal] = [nodeOf(graph, request.from), nodeOf(graph, request.to)];
  if (start < 0 || goal < 0 || request.levelOf(request.from) === 0 || request.levelOf(request.to) === 0) {
    return refuse('not_found');
  }
  const limits = searchLimits(graph, request, start);
  const weights = courseWeights(graph, request, limits.levels);
  const tree = searchCourse(graph, start, goal, weights, limits);
  const nodes = walkBack(tree, start, goal);
  if (nodes === null || nodes.length > MAX_COURSE_HOPS) {
    return refuse('no_route', { nearestKnown: nearestReachable(graph, tree, start, goal) });
  }
  const hops = nodes.map((node) => courseHop(graph, tree, node, weights, { limits, request }));
  return {
    from: request.from,
    hops,
    totalTurns: hops.reduce((sum, { cost }) => sum + cost, 0),
    totalHops: hops.length,
    risk: riskOf(graph, hops),
  };
}

/** How many hops of a course the turns at hand pay for. */
export function affordableHops({ hops }: PlottedCourse, turns: number): number {
  let left = turns;
  const firstTooDear = hops.findIndex(({ cost }) => {
    left -= cost;
    return left < 0;
  });
  return firstTooDear < 0 ? hops.length : firstTooDear;
}

function searchLimits(graph: RegionGraph, request: PlotRequest, start: number): SearchLimits {
  const levels = new Uint8Array(graph.nodeCount);
  for (let node = 0; node < graph.nodeCount; node++) {
    levels[node] = request.levelOf(node + graph.baseId);
  }
  const { knownHiddenWarps, useGates = true } = request;
  return { levels, blocked: blockedNodes(graph, request.avoid, start), knownHiddenWarps, useGates };
}

function walkBack({ edgeTo, cameFrom }: SearchTree, start: number, goal: number): number[] | null {
  const nodes: number[] = [];
  for (let node = goal; node !== start; node = cameFrom[node] as number) {
    if ((edgeTo[node] as number) < 0) {
      return null;
    }
    nodes.push(node);
  }
  return nodes.reverse();
}

function courseHop(
  graph: RegionGraph,
  { edgeTo, cameFrom }: SearchTree,
  node: number,
  weights: CourseWeights,
  { limits, request }: { limits: SearchLimits; request: PlotRequest },
): CourseHop {
  const edge = edgeTo[node] as number;
  const from = cameFrom[node] as number;
  const { id, to, kind } = warpAt(graph, edge);
  const knownLevel = limits.levels[node] as KnowledgeLevel;
  const isSeen = knownLevel >= TYPE_KNOWN || from + graph.baseId === request.here;
  return {
    to,
    warpId: id,
    kind,
    cost: weights.turnsOf(edge, from),
    hazard: isSeen ? (graph.hazards[node] as number) : null,
    knownLevel,
  };
}

function riskOf(graph: RegionGraph, hops: readonly CourseHop[]): CourseRisk {
  const hazard = hops.reduce((most, hop) => Math.max(most, hop.hazard ?? 0), 0);
  const danger = hops.reduce((most, { to }) => Math.max(most, graph.dangers[to - graph.baseId] as number), 0);
  if (hazard >= DEADLY_HAZARD || danger >= DEADLY_DANGER) {
    return 'high';
  }
  return hazard >= RISKY_HAZARD || danger >= RISKY_DANGER ? 'medium' : 'low';
}

function nearestReachable(graph: RegionGraph, tree: SearchTree, start: number, goal: number): number | null {
  let nearest = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let node = 0; node < graph.nodeCount; node++) {
    const isReached = node === start || (tree.edgeTo[node] as number) >= 0;
    if (!isReached || graph.regions[node] !== graph.regions[goal]) {
      continue;
    }
    const distance = squaredDistance(graph, node, goal);
    if (distance < least) {
      least = distance;
      nearest = node;
    }
  }
  return nearest < 0 ? null : nearest + graph.baseId;
}

function squaredDistance({ x, y, z }: RegionGraph, a: number, b: number): number {
  const [dx, dy, dz] = [
    (x[a] as number) - (x[b] as number),
    (y[a] as number) - (y[b] as number),
    (z[a] as number) - (z[b] as number),
  ];
  return dx * dx + dy * dy + dz * dz;
}
