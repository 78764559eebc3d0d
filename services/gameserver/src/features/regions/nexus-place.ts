import { chooseNexusCluster, chooseNexusEnd, NEXUS_CLUSTER_ROWS } from '@sw/rules';
import type { Atlas, AtlasRegion } from '../universe/index.ts';

/**
 * The sector of the Nexus a new link ends in, as a galaxy-wide id: in the cluster with the fewest links, near its hub
 * (rule book, world 4.5). Null when the Nexus has no place left.
 */
export const freeNexusEnd = (atlas: Atlas, nexus: AtlasRegion, used: readonly number[]): number | null => {
  const sectors = atlas.sectorsOf(nexus).map((sector) => ({ ...sector, clusterIndex: sector.cluster.index }));
  const usedNumbers = new Set(used.map((id) => id - nexus.firstSectorId + 1));
  const counts = NEXUS_CLUSTER_ROWS.map(
    (_, index) => sectors.filter((s) => s.clusterIndex === index && usedNumbers.has(s.number)).length,
  );
  // A cluster may run out of fit sectors before it has its links: then the next emptiest is asked.
  for (;;) {
    const cluster = chooseNexusCluster(counts);
    if (cluster === null) return null;
    const number = chooseNexusEnd({ clusters: nexus.clusters, sectors }, cluster, usedNumbers);
    if (number !== null) return nexus.firstSectorId + number - 1;
    counts[cluster] = Number.MAX_SAFE_INTEGER;
  }
};
