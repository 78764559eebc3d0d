import { LANES } from './constants.ts';
import type { Skeleton } from './draft.ts';
import { bridgesFrom } from './graph-bridges.ts';
import { twoWayAdjacency } from './lane-adjacency.ts';
import type { Candidate } from './lane-candidates.ts';
import { byLength, candidateOf } from './lane-candidates.ts';
import type { LaneNetwork } from './lane-network.ts';

/**
 * Phase 6: no single sector of Federation can be ambushed to imprison novices. Every leaf gets a second lane, and
 * every lane whose loss would cut 4 or more Federation sectors off gets a second crossing where one of at most
 * 80 ly exists.
 */
export function repairFederation(
  skeleton: Skeleton,
  candidates: readonly Candidate[],
  network: LaneNetwork,
): void {
  const federation = [...skeleton.zoneOf.keys()].filter((sector) => skeleton.zoneOf[sector] === 'federation');
  if (federation.length === 0) {
    return;
  }
  for (const leaf of federation.filter((sector) => network.degree[sector] === 1)) {
    repairLeaf(skeleton, candidates, network, leaf);
  }
  while (repairOneCut(skeleton, network, federation)) {
    // Each crossing can mend several cuts, so they are searched anew after every lane.
  }
}

function degreeCap(skeleton: Skeleton, sector: number): number {
  return skeleton.zoneOf[sector] === 'federation' ? LANES.federationMaxDegree : LANES.maxDegree;
}

function hasRoom(skeleton: Skeleton, network: LaneNetwork, sector: number): boolean {
  return network.degree[sector]! < degreeCap(skeleton, sector);
}

function repairLeaf(
  skeleton: Skeleton,
  candidates: readonly Candidate[],
  network: LaneNetwork,
  leaf: number,
): void {
  if (network.degree[leaf] !== 1) {
    return;
  }
  const isOpen = ({ a, b }: Candidate) =>
    !network.has(a, b) && hasRoom(skeleton, network, a === leaf ? b : a);
  const lane =
    candidates.find((pair) => (pair.a === leaf || pair.b === leaf) && isOpen(pair)) ??
    [...skeleton.zoneOf.keys()]
      .filter((other) => other !== leaf && skeleton.zoneOf[other] === 'federation')
      .map((other) => candidateOf(skeleton, leaf, other))
      .sort(byLength)
      .find(isOpen);
  if (lane) {
    network.add(lane.a, lane.b, 'repair');
  }
}

/** Mends the first cut that can be mended; false when none is left. */
function repairOneCut(skeleton: Skeleton, network: LaneNetwork, federation: readonly number[]): boolean {
  const inside = twoWayAdjacency(network, (sector) => skeleton.zoneOf[sector] === 'federation');
  for (const { farSide } of bridgesFrom(inside, 0)) {
    const crossing =
      farSide.length >= LANES.cutRepairFarSide
        ? shortestCrossing(skeleton, network, farSide, federation)
        : undefined;
    if (crossing) {
      network.add(crossing.a, crossing.b, 'repair');
      return true;
    }
  }
  return false;
}

function shortestCrossing(
  skeleton: Skeleton,
  network: LaneNetwork,
  farSide: readonly number[],
  federation: readonly number[],
): Candidate | undefined {
  const limit = LANES.cutRepairLength * LANES.cutRepairLength;
  const far = new Set(farSide);
  const open = (sector: number) => hasRoom(skeleton, network, sector);
  const nearSide = federation.filter((sector) => !far.has(sector) && open(sector));
  return farSide
    .filter(open)
    .flatMap((one) => nearSide.map((other) => candidateOf(skeleton, one, other)))
    .filter(({ a, b, lengthSquared }) => lengthSquared <= limit && !network.has(a, b))
    .sort(byLength)[0];
}
