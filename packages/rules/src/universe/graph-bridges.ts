import type { Adjacency } from './graph.ts';

/** An edge whose loss cuts `farSide` (the part without the root) off; `inner` is its end there. */
export interface GraphBridge {
  readonly outer: number;
  readonly inner: number;
  readonly farSide: readonly number[];
}

/**
 * The bridges of the undirected graph part that holds the root, by depth-first search with low links
 * (written as a loop: 5,000 sectors in a chain must not exhaust the call stack). The graph has no parallel edges.
 * Ordered by discovery of the inner end.
 */
export function bridgesFrom(adjacency: Adjacency, root: number): GraphBridge[] {
  const n = adjacency.length;
  const entry = new Int32Array(n).fill(-1);
  const low = new Int32Array(n);
  const parent = new Int32Array(n).fill(-1);
  const cursor = new Int32Array(n);
  const size = new Int32Array(n).fill(1);
  const order: number[] = [root];
  entry[root] = 0;

  let node = root;
  while (node !== -1) {
    const next = adjacency[node]![cursor[node]!++];
    if (next === undefined) {
      const above = parent[node]!;
      if (above !== -1) {
        low[above] = Math.min(low[above]!, low[node]!);
        size[above]! += size[node]!;
      }
      node = above;
    } else if (entry[next] === -1) {
      parent[next] = node;
      entry[next] = order.length;
      low[next] = order.length;
      order.push(next);
      node = next;
    } else if (next !== parent[node]) {
      low[node] = Math.min(low[node]!, entry[next]!);
    }
  }

  // A subtree is a contiguous run of the discovery order, so the far side is a slice of it.
  return order
    .filter((inner) => inner !== root && low[inner] === entry[inner])
    .map((inner) => ({
      outer: parent[inner]!,
      inner,
      farSide: order.slice(entry[inner]!, entry[inner]! + size[inner]!),
    }));
}
