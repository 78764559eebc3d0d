import type { Topology } from './draft.ts';
import { ballAround, hopsFrom, UNREACHED } from './graph.ts';
import { twoWayAdjacency } from './lane-adjacency.ts';
import { STATION_GUARANTEES } from './station-tables.ts';

/**
 * The fewest further stations a greedy choice needs so that every Federation sector is at most 4 two-way lane hops
 * from a station: each time the free Federation sector that reaches most uncovered ones, ties to the lower number.
 */
export function federationCover(
  topology: Topology,
  stations: readonly number[],
  claimed: ReadonlySet<number>,
): number[] {
  const reach = STATION_GUARANTEES.federationReachHops;
  const adjacency = twoWayAdjacency(topology.lanes);
  const hops = hopsFrom(adjacency, stations);
  const federation = [...topology.zoneOf.keys()].filter((sector) => topology.zoneOf[sector] === 'federation');
  const uncovered = new Set(
    federation.filter((sector) => hops[sector]! > reach || hops[sector] === UNREACHED),
  );
  const free = federation.filter((sector) => !claimed.has(sector));
  const cover: number[] = [];
  while (uncovered.size > 0) {
    const best = bestOf(free, (sector) => countIn(uncovered, ballAround(adjacency, sector, reach)));
    if (best === undefined) {
      break;
    }
    cover.push(best);
    for (const sector of ballAround(adjacency, best, reach)) {
      uncovered.delete(sector);
    }
  }
  return cover;
}

/** The first sector with the highest positive score. */
function bestOf(sectors: readonly number[], scoreOf: (sector: number) => number): number | undefined {
  let best: number | undefined;
  let bestScore = 0;
  for (const sector of sectors) {
    const score = scoreOf(sector);
    if (score > bestScore) {
      best = sector;
      bestScore = score;
    }
  }
  return best;
}

function countIn(set: ReadonlySet<number>, sectors: readonly number[]): number {
  return sectors.reduce((count, sector) => count + (set.has(sector) ? 1 : 0), 0);
}
