import { MAX_LINKS_PER_CLUSTER, NEXUS_END_HAZARD_MAX } from './constants.ts';
import type { ClusterPlan, SectorPlan } from './types.ts';

/**
 * The cluster a new region is linked to: the one with the fewest active links, ties to the lowest index; null when
 * every cluster has its 240. `linkCounts` holds the active links by cluster index (rule book, world 4.5).
 */
export function chooseNexusCluster(linkCounts: readonly number[]): number | null {
  const fewest = Math.min(...linkCounts);
  return fewest < MAX_LINKS_PER_CLUSTER ? linkCounts.indexOf(fewest) : null;
}

/** What the choice of an end needs of the Nexus; clusters by index, sectors by number. */
export interface NexusPlaces {
  readonly clusters: readonly Pick<ClusterPlan, 'hubNumber'>[];
  readonly sectors: readonly Pick<
    SectorPlan,
    'number' | 'clusterIndex' | 'pocketIndex' | 'hazard' | 'type' | 'x' | 'y' | 'z'
  >[];
}

/**
 * The sector number of the Nexus end of a new link: of the cluster's main sectors without a link, no hub, hazard at
 * most 3 and outside nebulae, the one nearest the hub, ties to the lower number; null if none is left. The loader
 * sets it protected. `usedNumbers` are the ends of existing links.
 */
export function chooseNexusEnd(
  plan: NexusPlaces,
  clusterIndex: number,
  usedNumbers: ReadonlySet<number>,
): number | null {
  const cluster = plan.clusters[clusterIndex];
  const hub = cluster && plan.sectors[cluster.hubNumber - 1];
  if (!hub) {
    return null;
  }
  let best: number | null = null;
  let bestDistance = Number.MAX_SAFE_INTEGER;
  for (const sector of plan.sectors) {
    const isFit =
      sector.clusterIndex === clusterIndex &&
      sector !== hub &&
      sector.pocketIndex === null &&
      sector.hazard <= NEXUS_END_HAZARD_MAX &&
      sector.type !== 'nebula' &&
      !usedNumbers.has(sector.number);
    const dx = sector.x - hub.x;
    const dy = sector.y - hub.y;
    const dz = sector.z - hub.z;
    const distance = dx * dx + dy * dy + dz * dz;
    if (isFit && distance < bestDistance) {
      best = sector.number;
      bestDistance = distance;
    }
  }
  return best;
}
