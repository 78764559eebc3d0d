import { describe, expect, it } from 'vitest';
import { nexusInput, playerInput, terranInput } from '../testing/region-inputs.ts';
import { nexusGridPairs } from './cluster-tables.ts';
import type { Topology } from './draft.ts';
import { draftContext, isMain } from './draft.ts';
import { hopsFrom } from './graph.ts';
import { undirectedAdjacency } from './lane-adjacency.ts';
import { distanceSquared } from './spatial-grid.ts';
import { draftTopology } from './topology.ts';
import type { RegionInput } from './types.ts';

const drafts = new Map<RegionInput, Topology>();

function topologyOf(input: RegionInput): Topology {
  const topology = drafts.get(input) ?? draftTopology(draftContext(input, 0));
  drafts.set(input, topology);
  return topology;
}

const terran = terranInput('topology');
const nexus = nexusInput('topology');
const large = playerInput('topology', 1_000);
const REGIONS = [
  ['Terran Space', terran],
  ['the Nexus', nexus],
  ['a large player region', large],
] as const;

describe.each(REGIONS)('the lanes of %s', (_name, input) => {
  const topology = topologyOf(input);
  const { lanes, clusterOf, zoneOf, sectorCount } = topology;

  it('keep tree lanes and cluster bridges two-way', () => {
    const fixed = lanes.lanes.filter(({ role }) => role === 'tree' || role === 'bridge' || role === 'repair');
    expect(fixed.every(({ isOneWay }) => !isOneWay)).toBe(true);
  });

  it('span every class of sectors once', () => {
    const classes = 1 + topology.pockets.length;
    expect(lanes.lanes.filter(({ role }) => role === 'tree')).toHaveLength(sectorCount - classes);
  });

  it('join only sectors of one class, except for pocket exits', () => {
    const crossing = lanes.lanes.filter(({ a, b }) => topology.pocketOf[a] !== topology.pocketOf[b]);
    expect(crossing.every(({ role, isOneWay }) => role === 'pocket_exit' && isOneWay)).toBe(true);
    expect(crossing).toHaveLength(topology.pockets.length);
  });

  it('bridge clusters with at most 100 ly', () => {
    for (const { a, b, role } of lanes.lanes) {
      if (role === 'bridge') {
        expect(clusterOf[a]).not.toBe(clusterOf[b]);
        expect(distanceSquared(topology.points, a, b)).toBeLessThanOrEqual(100 * 100);
      }
    }
  });

  it('make only extra lanes outside Federation one-way', () => {
    const oneWay = lanes.lanes.filter(({ isOneWay, role }) => isOneWay && role !== 'pocket_exit');
    expect(oneWay.length).toBeGreaterThan(0);
    for (const { a, b, role } of oneWay) {
      expect(role).toBe('extra');
      expect([zoneOf[a], zoneOf[b]]).not.toContain('federation');
    }
  });

  it('dig tunnels between distinct main sectors that are no hubs', () => {
    const tunnels = topology.longWarps.filter(({ kind }) => kind === 'tunnel');
    const ends = tunnels.flatMap(({ a, b }) => [a, b]);
    expect(new Set(ends).size).toBe(ends.length);
    for (const { a, b, isHidden, isOneWay } of tunnels) {
      const isEntrance = !isMain(topology, b);
      expect(isMain(topology, a)).toBe(true);
      expect(isEntrance && !(isHidden && isOneWay)).toBe(false);
      expect([a, b].some((end) => topology.hubs.includes(end))).toBe(false);
      expect(isHidden && [zoneOf[a], zoneOf[b]].includes('federation')).toBe(false);
    }
  });
});

describe('cluster bridges of the Nexus', () => {
  const { lanes, clusterOf } = topologyOf(nexus);

  it.each(nexusGridPairs())('clusters %i and %i share four lanes with disjoint ends', (one, other) => {
    const shared = lanes.lanes.filter(
      ({ a, b }) =>
        (clusterOf[a] === one && clusterOf[b] === other) || (clusterOf[a] === other && clusterOf[b] === one),
    );
    const used = new Set<number>();
    const disjoint = shared.filter(({ a, b }) => {
      const isFree = !used.has(a) && !used.has(b);
      used.add(a).add(b);
      return isFree;
    });
    expect(disjoint.length).toBeGreaterThanOrEqual(4);
  });
});

describe('numbering', () => {
  it.each([
    ['Terran Space', terran],
    ['a large player region', large],
  ])('grows with the hop distance from the capital in %s, pockets last', (_name, input) => {
    const topology = topologyOf(input);
    const main = [...topology.zoneOf.keys()].filter((sector) => isMain(topology, sector));
    const pocketSectors = topology.pockets.flat();
    expect(Math.min(...pocketSectors)).toBe(main.length);
    // Repair lanes come after numbering and may only bring a sector nearer.
    const built = topology.lanes.lanes.filter(({ role }) => role !== 'repair' && role !== 'pocket_exit');
    const neighbours = topology.zoneOf.map((): number[] => []);
    for (const { a, b } of built) {
      neighbours[a]!.push(b);
      neighbours[b]!.push(a);
    }
    const hops = hopsFrom(neighbours, [0]);
    for (const sector of main.slice(1)) {
      expect(hops[sector]).toBeGreaterThanOrEqual(hops[sector - 1]!);
    }
  });

  it('gives each Nexus cluster its block, the hub first', () => {
    const { clusterOf, hubs } = topologyOf(nexus);
    expect([...clusterOf].every((cluster, sector) => cluster === Math.floor(sector / 250))).toBe(true);
    expect(hubs).toEqual(hubs.map((_, cluster) => 250 * cluster));
  });
});

describe('clusters', () => {
  it.each([100, 137, 250, 610, 1_000])('of %i sectors hold 10 to 25 each', (sectorCount) => {
    const { clusters } = topologyOf(playerInput('clusters', sectorCount));
    const sizes = clusters.map(({ size }) => size);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(sectorCount);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(10);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(25);
    expect(clusters[0]!.type).toBe('population_center');
  });

  it('lie on the grid in the Nexus', () => {
    const { clusters } = topologyOf(nexus);
    expect(clusters).toHaveLength(20);
    expect(clusters[0]).toMatchObject({ name: 'Commerce Central Hub', x: -800, y: -600, z: 0 });
    expect(clusters[19]).toMatchObject({ name: 'Frontier Gateway', x: 800, y: 600 });
  });
});

describe('pockets', () => {
  it.each(REGIONS)('of %s have 3 to 8 members of one cluster away from the middle', (_name, input) => {
    const topology = topologyOf(input);
    const { x, y, z } = topology.points;
    const squared = (sector: number) => x[sector]! ** 2 + y[sector]! ** 2 + z[sector]! ** 2;
    const farthest = Math.max(...[...topology.zoneOf.keys()].map(squared));
    for (const members of topology.pockets) {
      expect(members.length).toBeGreaterThanOrEqual(3);
      expect(members.length).toBeLessThanOrEqual(8);
      expect(new Set(members.map((member) => topology.clusterOf[member])).size).toBe(1);
      expect(members.every((member) => 4 * squared(member) > farthest)).toBe(true);
    }
    expect(topology.pockets.flat().length).toBeGreaterThan(0.02 * topology.sectorCount);
  });

  it('do not exist in the smallest regions', () => {
    expect(topologyOf(playerInput('small', 149)).pockets).toEqual([]);
  });
});

describe('Federation', () => {
  it('has no leaf and reaches everything inside without leaving', () => {
    const topology = topologyOf(terran);
    const inside = undirectedAdjacency(topology.lanes).map((targets, from) =>
      from < 100 ? targets.filter((to) => to < 100) : [],
    );
    const hops = hopsFrom(inside, [0]);
    for (let sector = 0; sector < 100; sector++) {
      expect(hops[sector]).toBeGreaterThanOrEqual(0);
      expect(topology.lanes.degree[sector]).toBeGreaterThanOrEqual(2);
    }
  });

  it('ends at a Border gateway in the middle of the numbers', () => {
    const { gateway, lanes, zoneOf } = topologyOf(terran);
    expect(zoneOf[gateway!]).toBe('border');
    expect(lanes.degree[gateway!]).toBeGreaterThanOrEqual(3);
    expect(Math.abs(gateway! + 1 - 150)).toBeLessThan(20);
    expect(topologyOf(nexus).gateway).toBeNull();
  });
});
