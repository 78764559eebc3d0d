import type { RandomStream } from '../random/index.ts';
import { apportion, roundedShare } from './apportion.ts';
import { CLUSTER_BIAS, NEXUS_CLUSTER_ROWS } from './cluster-tables.ts';
import { hasThreeZones } from './constants.ts';
import type { DraftContext, Topology } from './draft.ts';
import type { Weighted } from './draw.ts';
import { pickWeighted, rollBetween, weightedOrder } from './draw.ts';
import type { NameBook } from './names.ts';
import { drawWorldName, newNameBook } from './names.ts';
import {
  GAS_GIANT_SIZE,
  HABITABILITY,
  HABITABLE_FAVOUR,
  HABITABLE_TYPES,
  HOME_WORLD,
  NATURAL_RICHNESS,
  NEBULA_PLANET_TYPES,
  PLANET_SIZE,
  PLANET_WEIGHTS,
  PLANETS_PER_SECTOR,
  STAR_CLUSTER_PLANET_FACTOR,
} from './planet-tables.ts';
import { isEmptySpace } from './station-sites.ts';
import type { Surroundings } from './surroundings.ts';
import type { PlanetPlan, PlanetType, RegionKind, ZonePlan } from './types.ts';
import { REGION_PLANET_PERCENT, ZONES } from './zone-tables.ts';

const CAPITAL = 0;
const HOME_WORLD_NAMES: Readonly<Partial<Record<RegionKind, string>>> = {
  central_nexus: 'Concordance',
  terran_space: 'Earth',
};
const ORDINALS = ['I', 'II', 'III'] as const;

/** Phase 13: every natural planet, ordered by sector number; the home world lies in the capital. */
export function planPlanets(
  context: DraftContext,
  topology: Topology,
  surroundings: Surroundings,
): PlanetPlan[] {
  const sectors = choosePlanetSectors(context, topology, surroundings);
  const stream = context.stream('planets');
  const names = context.stream('planet_names');
  const book = newNameBook();
  return sectors.flatMap((sector): PlanetPlan[] => {
    const name = nameSystem(names, book, context.input.regionKind, sector);
    if (sector === CAPITAL) {
      return [{ sectorNumber: sector + 1, name, ...HOME_WORLD, isHomeWorld: true }];
    }
    const count = pickWeighted(stream, PLANETS_PER_SECTOR);
    const weights = typeWeights(topology, surroundings, sector);
    return ORDINALS.slice(0, count).map((ordinal) => ({
      sectorNumber: sector + 1,
      name: count === 1 ? name : `${name} ${ordinal}`,
      ...rollPlanet(stream, pickWeighted(stream, weights)),
      isHomeWorld: false,
    }));
  });
}

/** Sectors with planets of each zone of a three-zone region: 20, 25 and 30 %, together 25 % of the sectors. */
export function zonePlanetSectorCounts(zones: readonly ZonePlan[], sectorCount: number): number[] {
  const weights = zones.map(
    ({ kind, startNumber, endNumber }) => (endNumber - startNumber + 1) * (ZONES[kind].planetPercent ?? 0),
  );
  return apportion(roundedShare(REGION_PLANET_PERCENT * sectorCount, 100), weights);
}

function choosePlanetSectors(context: DraftContext, topology: Topology, { types }: Surroundings): number[] {
  const stream = context.stream('planet_sectors');
  const isZoned = hasThreeZones(context.input.regionKind);
  const counts = isZoned
    ? zonePlanetSectorCounts(topology.zones, topology.sectorCount)
    : NEXUS_CLUSTER_ROWS.map(({ planetSectors }) => planetSectors);
  const quarterOf = (sector: number) =>
    isZoned
      ? topology.zones.findIndex(({ kind }) => kind === topology.zoneOf[sector])
      : topology.clusterOf[sector]!;
  const weightOf = (sector: number) => {
    const bias = isZoned ? CLUSTER_BIAS[topology.clusters[topology.clusterOf[sector]!]!.type].planets : 1;
    return types[sector] === 'star_cluster' ? bias * STAR_CLUSTER_PLANET_FACTOR : bias;
  };
  const open = [...types.keys()].filter((sector) => sector !== CAPITAL && !isEmptySpace(types[sector]!));
  const chosen = counts.flatMap((count, quarter) => {
    const order = weightedOrder(
      stream,
      open.filter((sector) => quarterOf(sector) === quarter),
      weightOf,
    );
    return order.slice(0, quarter === quarterOf(CAPITAL) ? count - 1 : count);
  });
  return [CAPITAL, ...chosen.sort((left, right) => left - right)];
}

function typeWeights(topology: Topology, { types }: Surroundings, sector: number): Weighted<PlanetType> {
  if (types[sector] === 'nebula') {
    return NEBULA_PLANET_TYPES;
  }
  const isPopulated = topology.clusters[topology.clusterOf[sector]!]!.type === 'population_center';
  const favour = (type: PlanetType) =>
    isPopulated && HABITABLE_TYPES.includes(type) ? HABITABLE_FAVOUR.favoured : HABITABLE_FAVOUR.other;
  return PLANET_WEIGHTS[topology.zoneOf[sector]!]
    .filter(([type]) => types[sector] !== 'star_cluster' || type !== 'barren')
    .map(([type, weight]) => [type, weight * favour(type)]);
}

function rollPlanet(
  stream: RandomStream,
  type: PlanetType,
): Pick<PlanetPlan, 'type' | 'size' | 'habitability' | 'richness'> {
  const [smallest, largest] = type === 'gas_giant' ? GAS_GIANT_SIZE : PLANET_SIZE;
  return {
    type,
    size: rollBetween(stream, smallest, largest),
    habitability: rollBetween(stream, ...HABITABILITY[type]),
    richness: rollBetween(stream, ...NATURAL_RICHNESS),
  };
}

function nameSystem(stream: RandomStream, book: NameBook, regionKind: RegionKind, sector: number): string {
  const fixed = sector === CAPITAL ? HOME_WORLD_NAMES[regionKind] : undefined;
  return book.claim(() => fixed ?? drawWorldName(stream));
}
