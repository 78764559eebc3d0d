import { describe, expect, it } from 'vitest';
import { nexusInput, planFor, playerInput, terranInput } from '../testing/region-inputs.ts';
import { CLASS_WEIGHTS } from './station-tables.ts';
import type { ClusterType, RegionPlan, SectorPlan } from './types.ts';

const terrans = Array.from({ length: 40 }, (_, index) => planFor(terranInput(`contents ${index}`)));
const players = Array.from({ length: 6 }, (_, index) => planFor(playerInput(`contents ${index}`, 1_000)));
const nexus = planFor(nexusInput('golden'));
const all = [...terrans, ...players, nexus];

/** How often something is found per sector of the cluster type. */
function rate(
  plans: readonly RegionPlan[],
  type: ClusterType,
  count: (plan: RegionPlan, sector: SectorPlan) => number,
) {
  let found = 0;
  let sectors = 0;
  for (const plan of plans) {
    for (const sector of plan.sectors.filter(
      ({ clusterIndex }) => plan.clusters[clusterIndex]!.type === type,
    )) {
      found += count(plan, sector);
      sectors++;
    }
  }
  return found / sectors;
}

const stationsIn = (plan: RegionPlan, { number }: SectorPlan) =>
  plan.stations.some(({ sectorNumber }) => sectorNumber === number) ? 1 : 0;
const planetsIn = (plan: RegionPlan, { number }: SectorPlan) =>
  plan.planets.some(({ sectorNumber }) => sectorNumber === number) ? 1 : 0;

describe('cluster types bend the dealing (world 2.4)', () => {
  it('more stations in trade hubs, fewer in frontier outposts', () => {
    const standard = rate(players, 'standard', stationsIn);
    expect(rate(players, 'trade_hub', stationsIn)).toBeGreaterThan(1.15 * standard);
    expect(rate(players, 'frontier_outpost', stationsIn)).toBeLessThan(0.85 * standard);
  });

  it('more planets in population centers', () => {
    expect(rate(terrans, 'population_center', planetsIn)).toBeGreaterThan(
      1.15 * rate(terrans, 'standard', planetsIn),
    );
  });

  it('more asteroid fields in resource-rich clusters', () => {
    const fields = (_plan: RegionPlan, { baseType }: SectorPlan) => (baseType === 'asteroid_field' ? 1 : 0);
    expect(rate(players, 'resource_rich', fields)).toBeGreaterThan(1.4 * rate(players, 'standard', fields));
  });
});

describe('sectors', () => {
  it('have resources exactly where there are asteroids', () => {
    for (const { type, richness, reserveMax, zone } of all.flatMap(({ sectors }) => sectors)) {
      expect(richness > 0).toBe(type === 'asteroid_field');
      expect(reserveMax).toBe(50 * richness);
      expect(richness).toBeLessThanOrEqual(zone === 'federation' || zone === 'border' ? 7 : 10);
    }
  });

  it('carry the display code as name, except for Sol', () => {
    expect(terrans[0]!.sectors[0]!.name).toBe('Sol');
    expect(terrans[0]!.sectors[41]!.name).toBe('TER-42');
    expect(nexus.sectors[1_000]!.name).toBe('NEX-1001');
  });

  it('of guarantees stay standard', () => {
    for (const plan of all) {
      const kept = [1, ...plan.clusters.map(({ hubNumber }) => hubNumber), plan.gatewayNumber ?? 1];
      expect(kept.every((number) => plan.sectors[number - 1]!.type === 'standard')).toBe(true);
    }
  });
});

describe('nebulae', () => {
  it('cover a fifth of the clusters, never the first', () => {
    for (const plan of all) {
      const clouded = plan.clusters.filter(({ nebulaKind }) => nebulaKind !== null);
      expect(clouded).toHaveLength(Math.round(plan.clusters.length / 5));
      expect(clouded.some(({ index }) => index === 0)).toBe(false);
    }
  });

  it('are dense in the inner 40 % and thin outside', () => {
    for (const plan of all) {
      for (const { index } of plan.clusters.filter(({ nebulaKind }) => nebulaKind !== null)) {
        const covered = plan.sectors.filter(
          ({ clusterIndex, type }) => clusterIndex === index && type === 'nebula',
        );
        const core = covered.filter(({ nebulaDensity }) => nebulaDensity === 100);
        expect(core).toHaveLength(Math.max(1, Math.floor(0.4 * covered.length + 0.5)));
        const edge = covered.filter(({ nebulaDensity }) => nebulaDensity !== 100);
        expect(edge.every(({ nebulaDensity }) => nebulaDensity >= 30 && nebulaDensity <= 70)).toBe(true);
      }
    }
  });
});

describe('stations', () => {
  it('follow the class weights of their zone', () => {
    const border = all
      .flatMap((plan) =>
        plan.stations.map((station) => ({ station, sector: plan.sectors[station.sectorNumber - 1]! })),
      )
      .filter(
        ({ sector, station }) =>
          sector.zone === 'border' && station.facility === 'none' && !sector.isProtected,
      );
    const share = border.filter(({ station }) => station.stationClass === 3).length / border.length;
    const weights = CLASS_WEIGHTS.border;
    const expected =
      weights.find(([stationClass]) => stationClass === 3)![1] /
      weights.reduce((sum, [, weight]) => sum + weight, 0);
    expect(Math.abs(share - expected)).toBeLessThan(0.05);
  });

  it('have no faction in a fifth of the cases', () => {
    const ordinary = all
      .flatMap(({ stations }) => stations)
      .filter(({ stationClass, isBlackMarket }) => stationClass !== 0 && !isBlackMarket);
    const free = ordinary.filter(({ faction }) => faction === null).length / ordinary.length;
    expect(free).toBeGreaterThan(0.17);
    expect(free).toBeLessThan(0.23);
  });

  it('that are black markets lie in lawless space and belong to nobody', () => {
    for (const plan of all) {
      for (const station of plan.stations.filter(({ isBlackMarket }) => isBlackMarket)) {
        const sector = plan.sectors[station.sectorNumber - 1]!;
        expect(station).toMatchObject({ type: 'black_market', faction: null, facility: 'none' });
        expect(sector.isProtected).toBe(false);
        expect(['frontier', 'expanse']).toContain(sector.zone);
      }
    }
  });

  it('rarely stand next to each other', () => {
    for (const plan of terrans) {
      const stationed = new Set(plan.stations.map(({ sectorNumber }) => sectorNumber));
      const pairs = plan.warps.filter(
        ({ kind, from, to }) => kind === 'lane' && stationed.has(from) && stationed.has(to),
      );
      expect(pairs.length).toBeLessThan(40);
    }
  });
});

describe('planets', () => {
  it('are one to three in a sector', () => {
    const counts = [0, 0, 0, 0];
    for (const plan of all) {
      for (const number of new Set(plan.planets.map(({ sectorNumber }) => sectorNumber))) {
        counts[plan.planets.filter(({ sectorNumber }) => sectorNumber === number).length]!++;
      }
    }
    const total = counts.reduce((sum, count) => sum + count, 0);
    expect(counts[1]! / total).toBeGreaterThan(0.76);
    expect(counts[2]! / total).toBeGreaterThan(0.12);
    expect(counts[3]! / total).toBeLessThan(0.08);
  });

  it('are gas giants or barren in nebulae, never barren in star clusters', () => {
    for (const plan of all) {
      for (const { type, sectorNumber, isHomeWorld } of plan.planets) {
        const sector = plan.sectors[sectorNumber - 1]!;
        expect(sector.type === 'nebula' && !['gas_giant', 'barren'].includes(type)).toBe(false);
        expect(sector.type === 'star_cluster' && type === 'barren').toBe(false);
        expect(isHomeWorld).toBe(sectorNumber === 1);
      }
    }
  });

  it('name their home world', () => {
    expect(terrans[0]!.planets[0]).toMatchObject({ name: 'Earth', type: 'terran', habitability: 100 });
  });
});
