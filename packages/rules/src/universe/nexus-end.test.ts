import { describe, expect, it } from 'vitest';
import { nexusInput, planFor } from '../testing/region-inputs.ts';
import { NEXUS_CLUSTER_SECTORS, TERRAN_NEXUS_CLUSTER } from './constants.ts';
import { chooseNexusCluster, chooseNexusEnd } from './nexus-end.ts';

describe('chooseNexusCluster', () => {
  it.each([
    [[2, 1, 1, 5], 1],
    [[0, 0, 0], 0],
    [[240, 239], 1],
    [[240, 240], null],
  ])('of %j is %j', (counts, cluster) => {
    expect(chooseNexusCluster(counts)).toBe(cluster);
  });
});

describe('chooseNexusEnd', () => {
  const plan = planFor(nexusInput('golden'));

  it('takes the fit sector nearest the hub of Gateway Plaza for Terran Space', () => {
    const end = chooseNexusEnd(plan, TERRAN_NEXUS_CLUSTER, new Set())!;
    const sector = plan.sectors[end - 1]!;
    expect(end).toBeGreaterThan(TERRAN_NEXUS_CLUSTER * NEXUS_CLUSTER_SECTORS + 1);
    expect(end).toBeLessThanOrEqual((TERRAN_NEXUS_CLUSTER + 1) * NEXUS_CLUSTER_SECTORS);
    expect(sector.hazard).toBeLessThanOrEqual(3);
    expect(sector.type).not.toBe('nebula');
  });

  it('never takes a sector twice and ends when the cluster is full', () => {
    const used = new Set<number>();
    for (let end = chooseNexusEnd(plan, 3, used); end !== null; end = chooseNexusEnd(plan, 3, used)) {
      expect(used.has(end)).toBe(false);
      used.add(end);
    }
    const fit = plan.sectors.filter(
      ({ clusterIndex, hazard, type, pocketIndex, number }) =>
        clusterIndex === 3 &&
        hazard <= 3 &&
        type !== 'nebula' &&
        pocketIndex === null &&
        number !== plan.clusters[3]!.hubNumber,
    );
    expect(used.size).toBe(fit.length);
  });

  it('knows no other cluster', () => {
    expect(chooseNexusEnd(plan, 20, new Set())).toBeNull();
  });
});
