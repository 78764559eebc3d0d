import { describe, expect, it } from 'vitest';
import { planFor, terranInput } from '../testing/region-inputs.ts';
import type { PlanInvariant } from './invariants.ts';
import { PLAN_INVARIANTS } from './invariants.ts';
import type { PlanetPlan, RegionPlan, SectorPlan, StationPlan, WarpPlan } from './types.ts';
import { validatePlan } from './validate-plan.ts';

const sound = planFor(terranInput('golden'));

function withSector(number: number, change: Partial<SectorPlan>): RegionPlan {
  return {
    ...sound,
    sectors: sound.sectors.map((sector) => (sector.number === number ? { ...sector, ...change } : sector)),
  };
}

function withStations(change: (station: StationPlan) => StationPlan | null): RegionPlan {
  return { ...sound, stations: sound.stations.flatMap((station) => change(station) ?? []) };
}

function withWarps(warps: readonly WarpPlan[]): RegionPlan {
  return { ...sound, warps };
}

const extraLink = sound.warps.at(-1)!.linkIndex + 1;
const pocketMember = sound.sectors.find(({ pocketIndex }) => pocketIndex !== null)!.number;
const homeWorld = sound.planets.find(({ isHomeWorld }) => isHomeWorld)!;
const tunnel = sound.warps.find(({ kind }) => kind === 'tunnel')!;
const emptySector = sound.sectors.find(({ type }) => type === 'void')!.number;
const federationLane = sound.warps.find(({ kind, from, to }) => kind === 'lane' && from <= 100 && to <= 100)!;
const unstationed = sound.sectors.find(
  ({ number, type }) =>
    type === 'standard' && sound.stations.every(({ sectorNumber }) => sectorNumber !== number),
)!.number;
const lane = (from: number, to: number, change: Partial<WarpPlan> = {}): WarpPlan => ({
  from,
  to,
  kind: 'lane',
  length: 20,
  extraCost: 0,
  isHidden: false,
  linkIndex: extraLink,
  ...change,
});
const planetIn = (sectorNumber: number, name: string): PlanetPlan => ({
  ...homeWorld,
  isHomeWorld: false,
  sectorNumber,
  name,
});

const BROKEN: readonly (readonly [PlanInvariant, string, RegionPlan])[] = [
  ['G1', 'a sector is missing', { ...sound, sectors: sound.sectors.slice(0, -1) }],
  ['G2', 'two sectors share a number', withSector(7, { number: 8 })],
  [
    'G3',
    'a zone starts late',
    { ...sound, zones: sound.zones.map((zone, i) => (i === 1 ? { ...zone, startNumber: 105 } : zone)) },
  ],
  ['G3', 'a sector claims another zone', withSector(150, { zone: 'frontier' })],
  [
    'G3',
    'a cluster miscounts',
    {
      ...sound,
      clusters: sound.clusters.map((cluster, i) => (i === 2 ? { ...cluster, sectorCount: 1 } : cluster)),
    },
  ],
  [
    'G4',
    'a sector lost its lanes',
    withWarps(sound.warps.filter(({ from, to }) => from !== 170 && to !== 170)),
  ],
  ['G4', 'a sector cannot be left', withWarps(sound.warps.filter(({ from }) => from !== 170))],
  ['G5', 'a visible lane enters a pocket', withWarps([...sound.warps, lane(200, pocketMember)])],
  [
    'G5',
    'a pocket has no way out',
    withWarps(
      sound.warps.filter(
        ({ from, to }) =>
          sound.sectors[from - 1]!.pocketIndex === sound.sectors[to - 1]!.pocketIndex ||
          sound.sectors[from - 1]!.pocketIndex === null,
      ),
    ),
  ],
  [
    'G6',
    'a Federation sector has one exit',
    withWarps(
      sound.warps.filter(
        ({ from }, i) => from !== 50 || sound.warps.findIndex((warp) => warp.from === 50) === i,
      ),
    ),
  ],
  ['G7', 'a warp leads to itself', withWarps([...sound.warps, lane(9, 9)])],
  ['G7', 'a warp exists twice', withWarps([...sound.warps, { ...sound.warps[0]!, linkIndex: extraLink }])],
  ['G7', 'the rows of a link are no reverses', withWarps([...sound.warps, lane(9, 12), lane(13, 9)])],
  [
    'G8',
    'a lane in Federation became one-way',
    withWarps(sound.warps.filter((warp) => warp !== federationLane)),
  ],
  [
    'G9',
    'a sector has too many lanes',
    withWarps([
      ...sound.warps,
      ...[101, 102, 103, 104, 105, 106, 107, 108].map((to, i) => lane(140, to, { linkIndex: extraLink + i })),
    ]),
  ],
  [
    'G10',
    'a tunnel is missing',
    withWarps(sound.warps.filter(({ linkIndex }) => linkIndex !== tunnel.linkIndex)),
  ],
  [
    'G10',
    'a sector has two tunnels',
    withWarps([...sound.warps, { ...tunnel, to: tunnel.to === 1 ? 2 : 1, linkIndex: extraLink }]),
  ],
  [
    'G11',
    'two sectors touch',
    withSector(3, { x: sound.sectors[3]!.x, y: sound.sectors[3]!.y, z: sound.sectors[3]!.z + 7 }),
  ],
  ['G11', 'a lane is too long', withWarps([...sound.warps, lane(1, 200, { length: 121 })])],
  [
    'G12',
    'a station is missing',
    withStations((station) => (station.sectorNumber === sound.stations[9]!.sectorNumber ? null : station)),
  ],
  [
    'G12',
    'planets moved to another zone',
    {
      ...sound,
      planets: sound.planets.map((planet) =>
        planet.sectorNumber > 200 ? { ...planet, sectorNumber: 90 } : planet,
      ),
    },
  ],
  [
    'G12',
    'no SpaceDock is near the capital',
    withStations((station) =>
      station.facility === 'spacedock' && station.sectorNumber <= 100
        ? { ...station, facility: 'none' }
        : station,
    ),
  ],
  [
    'G12',
    'no SpaceDock is in the Frontier',
    withStations((station) =>
      station.facility === 'spacedock' && station.sectorNumber > 200
        ? { ...station, facility: 'none' }
        : station,
    ),
  ],
  [
    'G12',
    'the TradeDock is missing',
    withStations((station) => ({
      ...station,
      facility: station.facility === 'tradedock' ? 'none' : station.facility,
    })),
  ],
  [
    'G12',
    'the gateway trades otherwise',
    withStations((station) =>
      station.sectorNumber === sound.gatewayNumber ? { ...station, stationClass: 7 } : station,
    ),
  ],
  [
    'G12',
    'a starter class is missing',
    withStations((station) => (station.stationClass === 1 ? { ...station, stationClass: 4 } : station)),
  ],
  [
    'G12',
    'a danger class is in safe space',
    withStations((station) =>
      station.sectorNumber === sound.stations[3]!.sectorNumber ? { ...station, stationClass: 8 } : station,
    ),
  ],
  [
    'G12',
    'a second class 0 exists',
    withStations((station) =>
      station.sectorNumber === sound.stations[8]!.sectorNumber ? { ...station, stationClass: 0 } : station,
    ),
  ],
  ['G12', 'a black market is missing', withStations((station) => ({ ...station, isBlackMarket: false }))],
  [
    'G12',
    'nobody sells fuel',
    withStations((station) => ({
      ...station,
      market: station.market.filter(
        ({ commodity, direction }) => commodity !== 'fuel' || direction !== 'sells',
      ),
    })),
  ],
  ['G12', 'two stations share a name', withStations((station) => ({ ...station, name: 'Ashmere Works' }))],
  [
    'G12',
    'the home world moved',
    {
      ...sound,
      planets: sound.planets.map((planet) =>
        planet === homeWorld ? { ...planet, sectorNumber: 2 } : planet,
      ),
    },
  ],
  [
    'G12',
    'the SpaceDock is no sanctuary',
    withSector(sound.stations.find(({ facility }) => facility === 'spacedock')!.sectorNumber, {
      isProtected: false,
    }),
  ],
  [
    'G12',
    'Federation lost its stations',
    withStations((station) =>
      station.sectorNumber <= 100 && station.sectorNumber > 1
        ? { ...station, sectorNumber: station.sectorNumber + 100 }
        : station,
    ),
  ],
  [
    'G13',
    'a planet is in the void',
    { ...sound, planets: [...sound.planets, planetIn(emptySector, 'Nowhere')] },
  ],
  [
    'G13',
    'four planets share a sector',
    {
      ...sound,
      planets: [...sound.planets, ...['I', 'II', 'III', 'IV'].map((name) => planetIn(unstationed, name))],
    },
  ],
  [
    'G13',
    'two stations share a sector',
    withStations((station) => ({
      ...station,
      sectorNumber:
        station.sectorNumber === sound.stations[5]!.sectorNumber
          ? sound.stations[6]!.sectorNumber
          : station.sectorNumber,
    })),
  ],
  ['G14', 'Federation is dangerous', withSector(30, { hazard: 4 })],
  ['G14', 'the capital is dangerous', withSector(1, { hazard: 1 })],
  ['G15', 'a far sector hangs on a long chain', chained(50)],
  [
    'G17',
    'a type is dealt once too often',
    withSector(2, { baseType: 'star_cluster', type: 'star_cluster' }),
  ],
  [
    'G17',
    'a nebula covers a hub',
    withSector(sound.clusters[4]!.hubNumber, { type: 'nebula', nebulaDensity: 50 }),
  ],
  ['G17', 'a nebula has no density', withSector(emptySector, { type: 'nebula' })],
];

/** Replaces the warps by one chain 1, 2, 3 … so that the last sectors are far away. */
function chained(length: number): RegionPlan {
  return withWarps(
    Array.from({ length }, (_, i) => [
      lane(i + 1, i + 2, { linkIndex: i }),
      lane(i + 2, i + 1, { linkIndex: i }),
    ]).flat(),
  );
}

describe('validatePlan', () => {
  it('accepts a sound plan', () => {
    expect(validatePlan(sound)).toEqual([]);
  });

  it.each(BROKEN)('%s fails when %s', (invariant, _name, plan) => {
    expect(validatePlan(plan).map((failure) => failure.invariant)).toContain(invariant);
  });

  it('has a broken plan for every invariant', () => {
    expect(new Set(BROKEN.map(([invariant]) => invariant))).toEqual(new Set(PLAN_INVARIANTS));
  });
});
