import { layClusterBridges } from './cluster-bridges.ts';
import { planClusters } from './clusters.ts';
import type { DraftContext, Topology } from './draft.ts';
import { layExtraLanes } from './extra-lanes.ts';
import { repairFederation } from './federation-repair.ts';
import { findGateway } from './gateway.ts';
import type { Candidate } from './lane-candidates.ts';
import { byLength, nearestPairs } from './lane-candidates.ts';
import { LaneNetwork } from './lane-network.ts';
import { layOutSectors } from './layout.ts';
import { numberSectors } from './numbering.ts';
import { turnOneWay } from './one-way.ts';
import { openPockets } from './pocket-exits.ts';
import { cutPockets } from './pockets.ts';
import { layTree } from './tree-lanes.ts';
import { layTrunks } from './trunks.ts';
import { digTunnels } from './tunnels.ts';

/** Phases 1 to 10: places, lanes, numbers, tunnels. Everything a ship can travel, nothing to find there yet. */
export function draftTopology(context: DraftContext): Topology {
  const clusters = planClusters(context);
  const placed = layOutSectors(context, clusters);
  const layout = { ...placed, ...cutPockets(context, placed) };

  const candidates = nearestPairs(layout, layout);
  const unnumbered = new LaneNetwork(context.input.sectorCount);
  layTree(layout, layout, candidates, unnumbered);
  layClusterBridges(context, clusters, layout, unnumbered);
  layExtraLanes(context, candidates, unnumbered);

  const { skeleton, lanes: numbered, renamed } = numberSectors(context, clusters, layout, unnumbered);
  repairFederation(skeleton, renamedPairs(candidates, renamed), numbered);
  const lanes = turnOneWay(context, skeleton, numbered);
  const gateway = findGateway(skeleton, lanes);
  const entrances = openPockets(context, skeleton, lanes);
  const longWarps = [
    ...layTrunks(context, skeleton),
    ...digTunnels(context, skeleton, entrances),
    ...entrances,
  ];
  return { ...skeleton, lanes, longWarps, gateway };
}

function renamedPairs(candidates: readonly Candidate[], renamed: Int32Array): Candidate[] {
  return candidates
    .map(({ a, b, lengthSquared }) => {
      const one = renamed[a]!;
      const other = renamed[b]!;
      return { a: Math.min(one, other), b: Math.max(one, other), lengthSquared };
    })
    .sort(byLength);
}
