import { BucketRing } from './bucket-ring.ts';
import { nodeOf } from './build-region-graph.ts';
import { WARP_KINDS } from './constants.ts';
import type { CourseWeights } from './course-weights.ts';
import { isRevealed } from './known-warps.ts';
import type { RegionGraph } from './types.ts';

const NONE: ReadonlySet<number> = new Set();
/** Outgoing warps of a sector are known from this level on. */
const WARPS_KNOWN = 2;
const UNREACHED = 0x7fff_ffff;
const GATE_CODE = WARP_KINDS.indexOf('gate');

/** What limits a search besides weights. */
export interface SearchLimits {
  readonly levels: Uint8Array;
  readonly knownHiddenWarps: ReadonlySet<number> | undefined;
  /** 1 for nodes no way may pass; one may end there. */
  readonly blocked: Uint8Array;
  readonly useGates: boolean;
}

/** The tree of best ways: by node the edge that led there, −1 at the start and where none leads. */
export interface SearchTree {
  readonly edgeTo: Int32Array;
  readonly cameFrom: Int32Array;
}

/** The nodes of sectors to avoid; the start is never one, or no way would leave it. */
export function blockedNodes(
  graph: RegionGraph,
  sectorIds: Iterable<number> | undefined,
  start: number,
): Uint8Array {
  const blocked = new Uint8Array(graph.nodeCount);
  for (const id of sectorIds ?? []) {
    const node = nodeOf(graph, id);
    if (node >= 0 && node !== start) {
      blocked[node] = 1;
    }
  }
  return blocked;
}

/** True when the player knows an edge: its origin is scanned, or he saw the way back from the other end. */
export function isKnownEdge(
  graph: RegionGraph,
  edge: number,
  fromNode: number,
  limits: SearchLimits,
): boolean {
  if (graph.hidden[edge] === 1) {
    return isRevealed(graph, edge, limits.knownHiddenWarps ?? NONE);
  }
  if ((limits.levels[fromNode] as number) >= WARPS_KNOWN) {
    return true;
  }
  const back = graph.reverse[edge] as number;
  return (
    back >= 0 &&
    graph.hidden[back] === 0 &&
    (limits.levels[graph.targets[edge] as number] as number) >= WARPS_KNOWN
  );
}

/**
 * Shortest ways from one node by Dial's algorithm: a ring of buckets, one for each weight an edge can add. Ties go to
 * fewer hops, then to the predecessor with the lower sector id, so that the answer depends on nothing but the input;
 * every edge weighs at least 1, so a node's ties are settled before its bucket is opened. Stops at `goal` (−1: never).
 */
export function searchCourse(
  graph: RegionGraph,
  start: number,
  goal: number,
  weights: CourseWeights,
  limits: SearchLimits,
): SearchTree {
  const { nodeCount, offsets, targets } = graph;
  const weight = new Int32Array(nodeCount).fill(UNREACHED);
  const hops = new Int32Array(nodeCount);
  const edgeTo = new Int32Array(nodeCount).fill(-1);
  const cameFrom = new Int32Array(nodeCount).fill(-1);
  const isDone = new Uint8Array(nodeCount);
  const ring = new BucketRing(weights.maxWeight + 1, targets.length + 1);

  const relax = (edge: number, node: number): void => {
    const to = targets[edge] as number;
    const next = (weight[node] as number) + weights.weightOf(edge, node);
    const nextHops = (hops[node] as number) + 1;
    // The old way is the better one unless weight, hops or the predecessor's id speak for the new one, in this order.
    const gain =
      (weight[to] as number) - next || (hops[to] as number) - nextHops || (cameFrom[to] as number) - node;
    if (gain <= 0) {
      return;
    }
    if (next < (weight[to] as number)) {
      ring.push(next, to);
    }
    weight[to] = next;
    hops[to] = nextHops;
    edgeTo[to] = edge;
    cameFrom[to] = node;
  };

  weight[start] = 0;
  ring.push(0, start);
  for (let node = ring.pop(); node >= 0 && node !== goal; node = ring.pop()) {
    if (isDone[node] === 1) {
      continue;
    }
    isDone[node] = 1;
    for (let edge = offsets[node] as number; edge < (offsets[node + 1] as number); edge++) {
      if (isDone[targets[edge] as number] === 0 && isUsable(graph, edge, node, limits)) {
        relax(edge, node);
      }
    }
  }
  return { edgeTo, cameFrom };
}

function isUsable(graph: RegionGraph, edge: number, fromNode: number, limits: SearchLimits): boolean {
  if (limits.blocked[fromNode] === 1) {
    return false;
  }
  if (!limits.useGates && graph.kinds[edge] === GATE_CODE) {
    return false;
  }
  return isKnownEdge(graph, edge, fromNode, limits);
}
