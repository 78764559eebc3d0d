import { blackMarketCount } from './black-markets.ts';
import { requiredClasses } from './class-assignment.ts';
import { NEXUS_CLUSTER_ROWS } from './cluster-tables.ts';
import { hasThreeZones } from './constants.ts';
import type { Examined } from './invariants.ts';
import { zonePlanetSectorCounts } from './planets.ts';
import { zoneStationCounts } from './station-sites.ts';
import {
  DANGER_CLASSES,
  DANGER_HAZARD_MIN,
  DANGER_POLICING_MAX,
  STATION_GUARANTEES,
} from './station-tables.ts';
import type { RegionPlan } from './types.ts';

/** The counting part of G12: stations, planet-sectors, classes, black markets, traded goods. */
export function* checkCounts(examined: Examined): Generator<string> {
  yield* checkQuotas(examined);
  yield* checkClasses(examined);
  yield* checkTrade(examined);
}

function* checkQuotas({ plan }: Examined): Generator<string> {
  const { label, stations, planetSectors, quarterOf } = quotas(plan);
  const stationCounts = stations.map(() => 0);
  for (const { sectorNumber } of plan.stations) {
    stationCounts[quarterOf(sectorNumber)]!++;
  }
  const planetCounts = planetSectors.map(() => 0);
  for (const sectorNumber of new Set(plan.planets.map((planet) => planet.sectorNumber))) {
    planetCounts[quarterOf(sectorNumber)]!++;
  }
  for (const [index, expected] of stations.entries()) {
    if (stationCounts[index] !== expected || planetCounts[index] !== planetSectors[index]) {
      yield `${label} ${index} has ${stationCounts[index]} stations and ${planetCounts[index]} planet sectors`;
    }
  }
}

function quotas(plan: RegionPlan): {
  label: string;
  stations: readonly number[];
  planetSectors: readonly number[];
  quarterOf(sectorNumber: number): number;
} {
  if (!hasThreeZones(plan.regionKind)) {
    return {
      label: 'cluster',
      stations: NEXUS_CLUSTER_ROWS.map(({ stations }) => stations),
      planetSectors: NEXUS_CLUSTER_ROWS.map(({ planetSectors }) => planetSectors),
      quarterOf: (sectorNumber) => plan.sectors[sectorNumber - 1]!.clusterIndex,
    };
  }
  return {
    label: 'zone',
    stations: zoneStationCounts(plan.zones, plan.sectorCount),
    planetSectors: zonePlanetSectorCounts(plan.zones, plan.sectorCount),
    quarterOf: (sectorNumber) => plan.zones.findIndex(({ endNumber }) => sectorNumber <= endNumber),
  };
}

function* checkClasses({ plan }: Examined): Generator<string> {
  const present = new Set(plan.stations.map(({ stationClass }) => stationClass));
  for (const wanted of requiredClasses(plan.stations.length)) {
    if (!present.has(wanted)) {
      yield `no station of class ${wanted}`;
    }
  }
  const policing = new Map(plan.zones.map((zone) => [zone.kind, zone.policing]));
  for (const { sectorNumber, stationClass } of plan.stations) {
    const sector = plan.sectors[sectorNumber - 1]!;
    const isDangerous =
      sector.hazard >= DANGER_HAZARD_MIN || policing.get(sector.zone)! <= DANGER_POLICING_MAX;
    if (DANGER_CLASSES.includes(stationClass) && !isDangerous) {
      yield `class ${stationClass} in the safe sector ${sectorNumber}`;
    }
    if ((stationClass === 0) !== (sectorNumber === 1)) {
      yield `class ${stationClass} in sector ${sectorNumber}`;
    }
  }
  const markets = plan.stations.filter(({ isBlackMarket }) => isBlackMarket).length;
  const expected = blackMarketCount(plan.regionKind, plan.zones);
  if (markets !== expected) {
    yield `${markets} black markets instead of ${expected}`;
  }
}

function* checkTrade({ plan }: Examined): Generator<string> {
  const rows = plan.stations.flatMap(({ market }) => market);
  for (const commodity of STATION_GUARANTEES.basicCommodities) {
    for (const direction of ['buys', 'sells']) {
      if (!rows.some((row) => row.commodity === commodity && row.direction === direction)) {
        yield `no station ${direction} ${commodity}`;
      }
    }
  }
  const names = plan.stations.map(({ name }) => name);
  if (new Set(names).size !== names.length) {
    yield 'two stations share a name';
  }
}
