import type { Adjacency } from './graph.ts';
import { adjacencyOf } from './graph.ts';
import type { LaneNetwork } from './lane-network.ts';

/** The two-way lanes of a network, both directions, optionally only between sectors that pass the filter. */
export function twoWayAdjacency(
  network: LaneNetwork,
  includes: (sector: number) => boolean = () => true,
): Adjacency {
  return adjacencyOf(
    network.sectorCount,
    network.lanes
      .filter(({ a, b, isOneWay }) => !isOneWay && includes(a) && includes(b))
      .flatMap(({ a, b }): [number, number][] => [
        [a, b],
        [b, a],
      ]),
  );
}

/** All lanes as if they were two-way: what hangs together on the map. */
export function undirectedAdjacency(network: LaneNetwork): Adjacency {
  return adjacencyOf(
    network.sectorCount,
    network.lanes.flatMap(({ a, b }): [number, number][] => [
      [a, b],
      [b, a],
    ]),
  );
}
