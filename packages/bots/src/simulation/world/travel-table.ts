import type { RegionGraph, ShipTypeKey, UpgradeLevels } from '@sw/rules';
import { moveCost, terrainOf, warpAt } from '@sw/rules';

const UNREACHED = 0xffff;

/** Cheapest ways between all sectors for one hull, over warps everybody can see. Nodes are 0-based. */
export interface TravelTable {
  turnsBetween(from: number, to: number): number;
  /** The node before `to` on the way from `from`; −1 where none leads. */
  comesFrom(from: number, to: number): number;
}

/** A new, worn-free hull: what the cost of a warp depends on. */
export interface TravelHull {
  readonly type: ShipTypeKey;
  readonly upgrades: UpgradeLevels;
}

interface Row {
  readonly turns: Uint16Array;
  readonly cameFrom: Int16Array;
}

/**
 * Prices every warp once by the rule of the game and searches from a node when somebody first starts there, so that a
 * flight of a simulated player costs two reads. Sectors must be numbered 1..N.
 */
export function buildTravelTable(graph: RegionGraph, hull: TravelHull): TravelTable {
  const costs = edgeCosts(graph, hull);
  const rows: (Row | undefined)[] = new Array(graph.nodeCount);
  const rowOf = (from: number): Row => {
    const known = rows[from];
    if (known !== undefined) return known;
    const row = search(graph, costs, from);
    rows[from] = row;
    return row;
  };
  return {
    turnsBetween: (from, to) => rowOf(from).turns[to] as number,
    comesFrom: (from, to) => rowOf(from).cameFrom[to] as number,
  };
}

function edgeCosts(graph: RegionGraph, hull: TravelHull): Uint16Array {
  const ship = { ...hull, conditionMilli: 100_000, fault: 'none' as const };
  const costs = new Uint16Array(graph.targets.length);
  for (let node = 0; node < graph.nodeCount; node++) {
    const origin = terrainOf(graph, node + graph.baseId);
    for (let edge = graph.offsets[node] as number; edge < (graph.offsets[node + 1] as number); edge++) {
      const warp = warpAt(graph, edge);
      const destination = terrainOf(graph, warp.to);
      costs[edge] =
        origin === null || destination === null || warp.isHidden
          ? UNREACHED
          : moveCost(ship, warp, destination, origin);
    }
  }
  return costs;
}

/** Dijkstra with one bucket for each sum of turns: sums stay below a few hundred. */
function search(graph: RegionGraph, costs: Uint16Array, from: number): Row {
  const turns = new Uint16Array(graph.nodeCount).fill(UNREACHED);
  const cameFrom = new Int16Array(graph.nodeCount).fill(-1);
  const buckets: number[][] = [[from]];
  turns[from] = 0;
  for (let sum = 0; sum < buckets.length; sum++) {
    for (const node of buckets[sum] ?? []) {
      if (turns[node] !== sum) continue;
      for (let edge = graph.offsets[node] as number; edge < (graph.offsets[node + 1] as number); edge++) {
        const cost = costs[edge] as number;
        const to = graph.targets[edge] as number;
        if (cost === UNREACHED || sum + cost >= (turns[to] as number)) continue;
        turns[to] = sum + cost;
        cameFrom[to] = node;
        const bucket = buckets[sum + cost] ?? [];
        bucket.push(to);
        buckets[sum + cost] = bucket;
      }
    }
  }
  return { turns, cameFrom };
}
