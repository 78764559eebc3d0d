import { roundedShare } from './apportion.ts';
import { NEXUS_CLUSTER_SECTORS, POCKETS } from './constants.ts';
import type { DraftContext, LayoutDraft, PocketDraft } from './draft.ts';
import { NO_POCKET } from './draft.ts';
import { rollBetween, shuffled } from './draw.ts';
import { distanceSquared } from './spatial-grid.ts';

/**
 * Phase 3: cuts groups of spatial neighbours out of the main network. A small cluster gives at most one group,
 * so that no cluster loses most of its sectors. One or two sectors of the quota may stay unused.
 */
export function cutPockets(context: DraftContext, layout: LayoutDraft): PocketDraft {
  const { sectorCount, regionKind } = context.input;
  const pocketOf = new Int16Array(sectorCount).fill(NO_POCKET);
  const pockets: number[][] = [];
  if (sectorCount < POCKETS.minRegion) {
    return { pocketOf, pockets };
  }
  const stream = context.stream('pockets');
  const seeds = shuffled(stream, outerSectors(layout, sectorCount));
  const eligible = new Set(seeds);
  const perCluster = regionKind === 'central_nexus' ? NEXUS_CLUSTER_SECTORS : 1;
  const inCluster = new Map<number, number>();
  let quota = roundedShare(POCKETS.percent * sectorCount, 100);

  for (const seed of seeds) {
    const cluster = layout.clusterOf[seed]!;
    if (quota < POCKETS.minSize) {
      break;
    }
    if (!eligible.has(seed) || (inCluster.get(cluster) ?? 0) >= perCluster) {
      continue;
    }
    const size = rollBetween(stream, POCKETS.minSize, Math.min(POCKETS.maxSize, quota));
    const group = nearestOf(layout, seed, eligible).slice(0, size);
    if (group.length < size) {
      continue;
    }
    for (const member of group) {
      pocketOf[member] = pockets.length;
      eligible.delete(member);
    }
    pockets.push(group);
    inCluster.set(cluster, (inCluster.get(cluster) ?? 0) + 1);
    quota -= size;
  }
  return { pocketOf, pockets };
}

/** Sectors outside the inner half of the region (half its radius round the origin) that are no hubs. */
function outerSectors(layout: LayoutDraft, sectorCount: number): number[] {
  const { x, y, z } = layout.points;
  const squared = Array.from(
    { length: sectorCount },
    (_, i) => x[i]! * x[i]! + y[i]! * y[i]! + z[i]! * z[i]!,
  );
  const farthest = squared.reduce((left, right) => Math.max(left, right), 0);
  return [...squared.keys()].filter(
    (sector) => 4 * squared[sector]! > farthest && !layout.hubs.includes(sector),
  );
}

/** The seed and the other eligible sectors of its cluster, nearest first. */
function nearestOf(layout: LayoutDraft, seed: number, eligible: ReadonlySet<number>): number[] {
  const { points, clusterOf } = layout;
  return [...eligible]
    .filter((sector) => clusterOf[sector] === clusterOf[seed])
    .map((sector) => ({ sector, distance: distanceSquared(points, seed, sector) }))
    .sort((left, right) => left.distance - right.distance || left.sector - right.sector)
    .map(({ sector }) => sector);
}
