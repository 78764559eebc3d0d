import type { ClusterDraft, DraftContext, LayoutDraft, PocketDraft, Skeleton } from './draft.ts';
import { isMain } from './draft.ts';
import { shuffled } from './draw.ts';
import type { Adjacency } from './graph.ts';
import { hopsFrom } from './graph.ts';
import { twoWayAdjacency } from './lane-adjacency.ts';
import type { LaneNetwork } from './lane-network.ts';
import { planZones } from './zones.ts';

/**
 * Phase 5: renames every sector so that its index is its number − 1. With three zones numbers grow with the hop
 * distance from the capital and pockets come last; in the Nexus cluster i holds 250i + 1 … 250i + 250, its hub
 * first, then by hop distance from the hub, pockets last.
 */
export function numberSectors(
  context: DraftContext,
  clusters: readonly ClusterDraft[],
  layout: LayoutDraft & PocketDraft,
  network: LaneNetwork,
): { skeleton: Skeleton; lanes: LaneNetwork; renamed: Int32Array } {
  const sectorCount = network.sectorCount;
  const adjacency = twoWayAdjacency(network);
  const tiebreak = new Int32Array(sectorCount);
  shuffled(context.stream('numbering'), [...tiebreak.keys()]).forEach((sector, rank) => {
    tiebreak[sector] = rank;
  });
  const order =
    context.input.regionKind === 'central_nexus'
      ? clusterOrder(layout, adjacency, tiebreak)
      : hopOrder(layout, adjacency, tiebreak, { root: layout.hubs[0]!, sectors: [...tiebreak.keys()] });

  const renamed = new Int32Array(sectorCount);
  order.forEach((sector, index) => {
    renamed[sector] = index;
  });
  const zones = planZones(context.input);
  const skeleton: Skeleton = {
    sectorCount,
    clusters,
    points: {
      x: Int32Array.from(order, (sector) => layout.points.x[sector]!),
      y: Int32Array.from(order, (sector) => layout.points.y[sector]!),
      z: Int32Array.from(order, (sector) => layout.points.z[sector]!),
    },
    clusterOf: Uint8Array.from(order, (sector) => layout.clusterOf[sector]!),
    hubs: layout.hubs.map((hub) => renamed[hub]!),
    pocketOf: Int16Array.from(order, (sector) => layout.pocketOf[sector]!),
    pockets: layout.pockets.map((members) =>
      members.map((member) => renamed[member]!).sort((left, right) => left - right),
    ),
    zones,
    zoneOf: zones.flatMap(({ kind, startNumber, endNumber }) =>
      new Array<typeof kind>(endNumber - startNumber + 1).fill(kind),
    ),
  };
  return { skeleton, lanes: network.renamed(renamed), renamed };
}

function clusterOrder(
  layout: LayoutDraft & PocketDraft,
  adjacency: Adjacency,
  tiebreak: Int32Array,
): number[] {
  return layout.hubs.flatMap((root, cluster) => {
    const sectors = [...tiebreak.keys()].filter((sector) => layout.clusterOf[sector] === cluster);
    return hopOrder(layout, adjacency, tiebreak, { root, sectors });
  });
}

/** Main sectors by (hops from the root, tiebreak), then pockets one by one. */
function hopOrder(
  draft: PocketDraft,
  adjacency: Adjacency,
  tiebreak: Int32Array,
  { root, sectors }: { root: number; sectors: readonly number[] },
): number[] {
  const hops = hopsFrom(adjacency, [root]);
  // Behind every possible hop count.
  const afterMain = hops.length;
  const rank = (sector: number) =>
    isMain(draft, sector) ? hops[sector]! : afterMain + draft.pocketOf[sector]!;
  return [...sectors].sort((left, right) => rank(left) - rank(right) || tiebreak[left]! - tiebreak[right]!);
}
