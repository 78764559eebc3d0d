import type { StationClass } from '../economy/station-classes.ts';
import { apportion, roundedShare } from './apportion.ts';
import { CLUSTER_BIAS, NEXUS_CLUSTER_ROWS } from './cluster-tables.ts';
import { hasThreeZones } from './constants.ts';
import type { DraftContext, Topology } from './draft.ts';
import { weightedOrder } from './draw.ts';
import { undirectedAdjacency } from './lane-adjacency.ts';
import type { Sites } from './sites.ts';
import { STATION_GUARANTEES } from './station-tables.ts';
import type { Surroundings } from './surroundings.ts';
import type { Facility, RegionInput, ZonePlan } from './types.ts';
import { REGION_STATION_PERCENT, ZONES } from './zone-tables.ts';

export type StationRole = 'capital' | 'starter' | 'facility' | 'gateway' | 'hub' | 'ordinary';

/** A station that has a sector but not yet a character. */
export interface StationSite {
  readonly sector: number;
  readonly role: StationRole;
  readonly facility: Facility;
  /** Set where a guarantee names the class. */
  readonly fixedClass: StationClass | null;
}

/** A part of the region with its own station quota: a zone, or a cluster of the Nexus. */
interface Quarter {
  readonly quota: number;
  includes(sector: number): boolean;
}

/**
 * The first part of phase 12: which sectors get a station. Guaranteed ones come first and count; the rest of each
 * quota goes to a weighted shuffle of the quarter, in a first pass only where no neighbour has a station.
 */
export function placeStations(
  context: DraftContext,
  topology: Topology,
  sites: Sites,
  { types }: Surroundings,
): StationSite[] {
  const stream = context.stream('station_sites');
  const neighbours = undirectedAdjacency(topology.lanes);
  const placed = guaranteedStations(topology, sites);
  const taken = new Set(placed.map(({ sector }) => sector));
  const put = (sector: number) => {
    taken.add(sector);
    placed.push({ sector, role: 'ordinary', facility: 'none', fixedClass: null });
  };
  for (const quarter of quarters(context.input, topology)) {
    const members = [...topology.zoneOf.keys()].filter((sector) => quarter.includes(sector));
    let missing = quarter.quota - members.filter((sector) => taken.has(sector)).length;
    const open = members.filter((sector) => !isEmptySpace(types[sector]!) && !taken.has(sector));
    const order = weightedOrder(stream, open, (sector) => stationWeight(topology, sector));
    for (const allowsNeighbour of [false, true]) {
      for (const sector of order) {
        const isCrowded = neighbours[sector]!.some((next) => taken.has(next));
        if (missing > 0 && !taken.has(sector) && (allowsNeighbour || !isCrowded)) {
          put(sector);
          missing--;
        }
      }
    }
  }
  return placed.sort((left, right) => left.sector - right.sector);
}

/** Whether a sector type can hold neither station nor planet. */
export function isEmptySpace(type: string): boolean {
  return type === 'void' || type === 'black_hole';
}

/** Stations of each zone of a three-zone region: 20, 15 and 10 % of it, together 15 % of the sectors. */
export function zoneStationCounts(zones: readonly ZonePlan[], sectorCount: number): number[] {
  const weights = zones.map(
    ({ kind, startNumber, endNumber }) => (endNumber - startNumber + 1) * (ZONES[kind].stationPercent ?? 0),
  );
  return apportion(roundedShare(REGION_STATION_PERCENT * sectorCount, 100), weights);
}

function quarters({ regionKind }: RegionInput, topology: Topology): Quarter[] {
  if (!hasThreeZones(regionKind)) {
    return NEXUS_CLUSTER_ROWS.map(({ stations }, cluster) => ({
      quota: stations,
      includes: (sector) => topology.clusterOf[sector] === cluster,
    }));
  }
  const counts = zoneStationCounts(topology.zones, topology.sectorCount);
  return topology.zones.map(({ kind }, index) => ({
    quota: counts[index]!,
    includes: (sector) => topology.zoneOf[sector] === kind,
  }));
}

/** In the Nexus the cluster table already counts stations, so all its sectors weigh the same. */
function stationWeight({ clusters, clusterOf, zoneOf }: Topology, sector: number): number {
  return zoneOf[sector] === 'expanse' ? 1 : CLUSTER_BIAS[clusters[clusterOf[sector]!]!.type].stations;
}

function guaranteedStations(topology: Topology, sites: Sites): StationSite[] {
  const station = (
    sector: number,
    role: StationRole,
    facility: Facility = 'none',
    fixedClass: StationClass | null = null,
  ): StationSite => ({ sector, role, facility, fixedClass });
  return [
    station(0, 'capital', 'none', 0),
    ...sites.starters.map((sector, index) =>
      station(sector, 'starter', 'none', STATION_GUARANTEES.starterClasses[index] ?? null),
    ),
    ...sites.spaceDocks.map((sector) => station(sector, 'facility', 'spacedock')),
    ...sites.tradeDocks.map((sector) => station(sector, 'facility', 'tradedock')),
    ...(topology.gateway === null
      ? []
      : [station(topology.gateway, 'gateway', 'none', STATION_GUARANTEES.gatewayClass)]),
    ...sites.stationHubs.map((sector) => station(sector, 'hub')),
    ...sites.cover.map((sector) => station(sector, 'ordinary')),
  ];
}
