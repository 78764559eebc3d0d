import type { StationClass } from '../economy/station-classes.ts';
import type { DraftContext, Topology } from './draft.ts';
import type { Weighted } from './draw.ts';
import { pickWeighted, shuffled } from './draw.ts';
import type { Sites } from './sites.ts';
import type { StationSite } from './station-sites.ts';
import {
  CLASS_BIAS,
  CLASS_WEIGHTS,
  DANGER_CLASSES,
  DANGER_HAZARD_MIN,
  DANGER_POLICING_MAX,
  STATION_GUARANTEES,
} from './station-tables.ts';
import type { Surroundings } from './surroundings.ts';
import { ZONES } from './zone-tables.ts';

/** The second part of phase 12: the class of every station, in the order of the sites. */
export function assignClasses(
  context: DraftContext,
  topology: Topology,
  sites: Sites,
  surroundings: Surroundings,
  stations: readonly StationSite[],
): StationClass[] {
  const stream = context.stream('station_classes');
  const weights = stations.map(({ sector, facility }) => {
    const isDangerous =
      facility === 'none' &&
      !sites.sanctuaries.has(sector) &&
      (surroundings.hazards[sector]! >= DANGER_HAZARD_MIN ||
        ZONES[topology.zoneOf[sector]!].policing <= DANGER_POLICING_MAX);
    return classWeights(topology, sector, isDangerous);
  });
  const classes = stations.map(
    ({ fixedClass }, index) => fixedClass ?? pickWeighted(stream, weights[index]!),
  );
  const open = [...stations.keys()].filter((index) => stations[index]!.fixedClass === null);
  addMissing(shuffled(stream, open), classes, weights);
  return classes;
}

/** The classes a region must have, by its number of stations. */
export function requiredClasses(stationCount: number): readonly StationClass[] {
  return stationCount >= STATION_GUARANTEES.manyStations
    ? STATION_GUARANTEES.requiredClassesOfMany
    : STATION_GUARANTEES.requiredClasses;
}

function classWeights(topology: Topology, sector: number, isDangerous: boolean): Weighted<StationClass> {
  const cluster = topology.clusters[topology.clusterOf[sector]!]!;
  return [...CLASS_WEIGHTS[topology.zoneOf[sector]!], ...CLASS_BIAS[cluster.type]].filter(
    ([stationClass]) => isDangerous || !DANGER_CLASSES.includes(stationClass),
  );
}

/**
 * Gives each missing class to a station that can spare its own, one of a zone where the class belongs if there is
 * one.
 */
function addMissing(
  order: readonly number[],
  classes: StationClass[],
  weights: readonly Weighted<StationClass>[],
): void {
  const required = requiredClasses(classes.length);
  for (const wanted of required.filter((stationClass) => !classes.includes(stationClass))) {
    const canSpare = (index: number) => {
      const own = classes[index]!;
      return !required.includes(own) || classes.filter((other) => other === own).length > 1;
    };
    const belongs = (index: number) => weights[index]!.some(([stationClass]) => stationClass === wanted);
    const spare = order.filter(canSpare);
    const chosen = spare.find(belongs) ?? spare[0];
    if (chosen !== undefined) {
      classes[chosen] = wanted;
    }
  }
}
