import { roundedShare } from './apportion.ts';
import type { DraftContext, Topology } from './draft.ts';
import { isMain } from './draft.ts';
import { shuffled } from './draw.ts';
import type { StationSite } from './station-sites.ts';
import { STATION_GUARANTEES } from './station-tables.ts';
import type { RegionKind, ZonePlan } from './types.ts';

/** How many black markets a region has: 2 per 100 Frontier sectors, in the Nexus 6. */
export function blackMarketCount(regionKind: RegionKind, zones: readonly ZonePlan[]): number {
  if (regionKind === 'central_nexus') {
    return STATION_GUARANTEES.nexusBlackMarkets;
  }
  const frontier = zones.find(({ kind }) => kind === 'frontier');
  const sectors = frontier ? frontier.endNumber - frontier.startNumber + 1 : 0;
  return roundedShare(STATION_GUARANTEES.blackMarketsPerHundred * sectors, 100);
}

/** The sectors whose ordinary station is a black market: in the Frontier, in the Nexus in its frontier outposts. */
export function chooseBlackMarkets(
  context: DraftContext,
  topology: Topology,
  stations: readonly StationSite[],
): Set<number> {
  const fit = stations.filter(
    ({ sector, role }) => role === 'ordinary' && isMain(topology, sector) && isLawless(topology, sector),
  );
  const order = shuffled(context.stream('black_markets'), fit);
  const count = blackMarketCount(context.input.regionKind, topology.zones);
  return new Set(order.slice(0, count).map(({ sector }) => sector));
}

function isLawless({ zoneOf, clusters, clusterOf }: Topology, sector: number): boolean {
  return zoneOf[sector] === 'expanse'
    ? clusters[clusterOf[sector]!]!.type === 'frontier_outpost'
    : zoneOf[sector] === 'frontier';
}
