import { nexusGridPairs } from './cluster-tables.ts';
import { LANES } from './constants.ts';
import type { ClusterDraft, DraftContext, LayoutDraft, PocketDraft } from './draft.ts';
import { isMain } from './draft.ts';
import type { Candidate } from './lane-candidates.ts';
import { byLength, candidateOf } from './lane-candidates.ts';
import type { LaneNetwork } from './lane-network.ts';
import { distanceSquared } from './spatial-grid.ts';

/**
 * The second part of phase 4: neighbouring clusters get at least 2 (Nexus 4) two-way lanes with disjoint ends,
 * tree lanes between them included. Without this step the clusters hang together like a tree.
 */
export function layClusterBridges(
  context: DraftContext,
  clusters: readonly ClusterDraft[],
  layout: LayoutDraft & PocketDraft,
  network: LaneNetwork,
): void {
  const isNexus = context.input.regionKind === 'central_nexus';
  const pairs = isNexus ? nexusGridPairs() : neighbouringClusters(clusters);
  const wanted = isNexus ? LANES.nexusBridgesPerPair : LANES.bridgesPerPair;
  const members = clusters.map((cluster) =>
    [...layout.clusterOf.keys()].filter(
      (sector) => layout.clusterOf[sector] === cluster.index && isMain(layout, sector),
    ),
  );
  for (const [one, other] of pairs) {
    bridge(network, shortPairs(layout, members[one]!, members[other]!), wanted);
  }
}

/** Each cluster with its 4 nearest clusters by centre, every pair once, in order of discovery. */
function neighbouringClusters(clusters: readonly ClusterDraft[]): [number, number][] {
  const pairs = new Map<number, [number, number]>();
  for (const cluster of clusters) {
    const nearest = clusters
      .filter((other) => other !== cluster)
      .map((other) => ({ index: other.index, distance: centreDistanceSquared(cluster, other) }))
      .sort((left, right) => left.distance - right.distance || left.index - right.index)
      .slice(0, LANES.bridgeNeighbours);
    for (const { index } of nearest) {
      const pair: [number, number] = [Math.min(cluster.index, index), Math.max(cluster.index, index)];
      pairs.set(pair[0] * clusters.length + pair[1], pair);
    }
  }
  return [...pairs.values()];
}

function centreDistanceSquared(one: ClusterDraft, other: ClusterDraft): number {
  const dx = one.x - other.x;
  const dy = one.y - other.y;
  const dz = one.z - other.z;
  return dx * dx + dy * dy + dz * dz;
}

function shortPairs(layout: LayoutDraft, ones: readonly number[], others: readonly number[]): Candidate[] {
  const limit = LANES.bridgeLength * LANES.bridgeLength;
  const pairs: Candidate[] = [];
  for (const one of ones) {
    for (const other of others) {
      if (distanceSquared(layout.points, one, other) <= limit) {
        pairs.push(candidateOf(layout, one, other));
      }
    }
  }
  return pairs.sort(byLength);
}

function bridge(network: LaneNetwork, pairs: readonly Candidate[], wanted: number): void {
  const usedEnds = new Set<number>();
  let laid = 0;
  const take = ({ a, b }: Candidate, isNew: boolean) => {
    if (laid < wanted && !usedEnds.has(a) && !usedEnds.has(b)) {
      usedEnds.add(a).add(b);
      laid++;
      if (isNew) {
        network.add(a, b, 'bridge');
      }
    }
  };
  for (const pair of pairs.filter(({ a, b }) => network.has(a, b))) {
    take(pair, false);
  }
  for (const pair of pairs) {
    const hasRoom = network.degree[pair.a]! < LANES.maxDegree && network.degree[pair.b]! < LANES.maxDegree;
    if (hasRoom && !network.has(pair.a, pair.b)) {
      take(pair, true);
    }
  }
}
