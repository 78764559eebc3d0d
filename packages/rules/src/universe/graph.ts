/** Outgoing neighbours by node. */
export type Adjacency = readonly (readonly number[])[];

/** Hop count of a node that cannot be reached. */
export const UNREACHED = -1;

/** Outgoing neighbours of n nodes from directed edges, in edge order. */
export function adjacencyOf(n: number, edges: Iterable<readonly [from: number, to: number]>): number[][] {
  const neighbours: number[][] = Array.from({ length: n }, () => []);
  for (const [from, to] of edges) {
    neighbours[from]!.push(to);
  }
  return neighbours;
}

/** The same edges the other way round. */
export function reversed(adjacency: Adjacency): number[][] {
  const neighbours: number[][] = adjacency.map(() => []);
  adjacency.forEach((targets, from) => {
    for (const to of targets) {
      neighbours[to]!.push(from);
    }
  });
  return neighbours;
}

/** Hops from the nearest of the sources to every node by breadth-first search; `UNREACHED` where no path leads. */
export function hopsFrom(adjacency: Adjacency, sources: Iterable<number>): Int32Array {
  const hops = new Int32Array(adjacency.length).fill(UNREACHED);
  const queue: number[] = [];
  for (const source of sources) {
    hops[source] = 0;
    queue.push(source);
  }
  // The queue grows while it is walked.
  for (const node of queue) {
    for (const next of adjacency[node]!) {
      if (hops[next] === UNREACHED) {
        hops[next] = hops[node]! + 1;
        queue.push(next);
      }
    }
  }
  return hops;
}

/** Nodes at most so many hops from the source, the source first, in breadth-first order. */
export function ballAround(adjacency: Adjacency, source: number, maxHops: number): number[] {
  const hops = new Map([[source, 0]]);
  const queue = [source];
  // The queue grows while it is walked.
  for (const node of queue) {
    const nextHops = hops.get(node)! + 1;
    if (nextHops > maxHops) {
      break;
    }
    for (const next of adjacency[node]!) {
      if (!hops.has(next)) {
        hops.set(next, nextHops);
        queue.push(next);
      }
    }
  }
  return queue;
}
