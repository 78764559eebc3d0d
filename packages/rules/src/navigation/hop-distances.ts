import { nodeOf } from './build-region-graph.ts';
import type { RegionGraph } from './types.ts';

/** Public hops from a sector by breadth-first search over visible warps. */
export interface HopDistances {
  /** Hops to a sector id; infinity where no visible way leads. */
  hopsTo(sectorId: number): number;
}

/** Counts hops over all warps that are not hidden; the same for everybody. */
export function hopDistances(graph: RegionGraph, fromSectorId: number): HopDistances {
  const hops = new Int32Array(graph.nodeCount).fill(-1);
  const start = nodeOf(graph, fromSectorId);
  const queue = start < 0 ? [] : [start];
  if (start >= 0) {
    hops[start] = 0;
  }
  for (const node of queue) {
    for (let edge = graph.offsets[node] as number; edge < (graph.offsets[node + 1] as number); edge++) {
      const to = graph.targets[edge] as number;
      if (graph.hidden[edge] === 0 && hops[to] === -1) {
        hops[to] = (hops[node] as number) + 1;
        queue.push(to);
      }
    }
  }
  return {
    hopsTo: (sectorId) => {
      const node = nodeOf(graph, sectorId);
      const count = node < 0 ? -1 : (hops[node] as number);
      return count < 0 ? Number.POSITIVE_INFINITY : count;
    },
  };
}
