import { NEXUS_TRADE_DOCK_CLUSTERS } from './cluster-tables.ts';
import type { DraftContext, Topology } from './draft.ts';
import { isMain } from './draft.ts';
import { shuffled } from './draw.ts';
import { federationCover } from './federation-cover.ts';
import { hopsFrom } from './graph.ts';
import { twoWayAdjacency } from './lane-adjacency.ts';
import { distanceSquared } from './spatial-grid.ts';
import { STATION_GUARANTEES } from './station-tables.ts';
import type { RegionKind } from './types.ts';

const CAPITAL = 0;

/** The sectors the guarantees of world 4.3 claim before anything is dealt out, as indices. */
export interface Sites {
  /** Stations of classes 1, 2, 3 near the capital, in class order. */
  readonly starters: readonly number[];
  readonly spaceDocks: readonly number[];
  readonly tradeDocks: readonly number[];
  /** Stations that bring every Federation sector within 4 hops of one. */
  readonly cover: readonly number[];
  /** Nexus hubs except the capital. */
  readonly stationHubs: readonly number[];
  /** Capital, gateway, SpaceDocks, TradeDocks, Nexus hubs: no attack at all. */
  readonly sanctuaries: ReadonlySet<number>;
  /** Everything above and every hub: stays `standard` and outside nebulae. */
  readonly reserved: ReadonlySet<number>;
}

/** Claims the guaranteed sectors. A guarantee without a fit sector is left out; validation then refuses the plan. */
export function chooseSites(context: DraftContext, topology: Topology): Sites {
  const { regionKind } = context.input;
  const stream = context.stream('sites');
  const hops = hopsFrom(twoWayAdjacency(topology.lanes), [CAPITAL]);
  const claimed = new Set([CAPITAL, ...topology.hubs]);
  if (topology.gateway !== null) {
    claimed.add(topology.gateway);
  }
  const claim = (order: readonly number[], count: number) => {
    const chosen = order.filter((sector) => !claimed.has(sector)).slice(0, count);
    for (const sector of chosen) {
      claimed.add(sector);
    }
    return chosen;
  };
  const order = shuffled(
    stream,
    [...topology.zoneOf.keys()].filter((sector) => isMain(topology, sector)),
  );
  const core = order.filter((sector) => isCore(topology, regionKind, sector));
  const within = (least: number, most: number) =>
    core.filter((sector) => hops[sector]! >= least && hops[sector]! <= most);

  const starters = regionKind === 'central_nexus' ? [] : claimStarters(claim, within);
  const spaceDocks = [
    ...claim(within(...STATION_GUARANTEES.spaceDockHops), 1),
    ...claim(
      order.filter((sector) => isFarFrontier(topology, sector)),
      1,
    ),
  ];
  const tradeDocks = tradeDockOrders(topology, regionKind).flatMap((candidates) => claim(candidates, 1));
  const gateways = topology.gateway === null ? [] : [topology.gateway];
  const stationHubs = regionKind === 'central_nexus' ? topology.hubs.filter((hub) => hub !== CAPITAL) : [];
  const fixed = [CAPITAL, ...starters, ...spaceDocks, ...tradeDocks, ...gateways, ...stationHubs];
  const cover = federationCover(topology, fixed, claimed);
  return {
    starters,
    spaceDocks,
    tradeDocks,
    cover,
    stationHubs,
    sanctuaries: new Set([CAPITAL, ...gateways, ...spaceDocks, ...tradeDocks, ...stationHubs]),
    reserved: new Set([...fixed, ...cover, ...topology.hubs]),
  };
}

/** The neighbourhood the capital's guarantees stay in: Federation, or cluster 0 of the Nexus. */
function isCore(topology: Topology, regionKind: RegionKind, sector: number): boolean {
  return regionKind === 'central_nexus'
    ? topology.clusterOf[sector] === 0
    : topology.zoneOf[sector] === 'federation';
}

/** Two starters within 2 hops of the capital are at most 4 hops apart; the third may lie farther out. */
function claimStarters(
  claim: (order: readonly number[], count: number) => number[],
  within: (least: number, most: number) => number[],
): number[] {
  const [nearest, farthest] = STATION_GUARANTEES.starterHops;
  const close = claim(within(nearest, STATION_GUARANTEES.starterPairHops / 2), 2);
  return [
    ...close,
    ...claim(within(nearest, farthest), STATION_GUARANTEES.starterClasses.length - close.length),
  ];
}

function isFarFrontier(topology: Topology, sector: number): boolean {
  const { frontierSpaceDockFrom, frontierSpaceDockPercent } = STATION_GUARANTEES;
  return (
    topology.sectorCount >= frontierSpaceDockFrom &&
    topology.zoneOf[sector] === 'frontier' &&
    100 * (sector + 1) >= frontierSpaceDockPercent * topology.sectorCount
  );
}

/**
 * One list of candidates for each TradeDock, best first: in the Nexus the sectors nearest the hub of its cluster,
 * elsewhere well connected Border sectors, those of a trade hub cluster before others.
 */
function tradeDockOrders(topology: Topology, regionKind: RegionKind): number[][] {
  if (regionKind === 'central_nexus') {
    return NEXUS_TRADE_DOCK_CLUSTERS.map((cluster) => nearHub(topology, cluster));
  }
  if (regionKind === 'player_owned' && topology.sectorCount < STATION_GUARANTEES.playerTradeDockFrom) {
    return [];
  }
  const isTradeHub = (sector: number) => topology.clusters[topology.clusterOf[sector]!]!.type === 'trade_hub';
  return [
    [...topology.zoneOf.keys()]
      .filter(
        (sector) =>
          topology.zoneOf[sector] === 'border' &&
          isMain(topology, sector) &&
          topology.lanes.degree[sector]! >= STATION_GUARANTEES.gatewayMinDegree,
      )
      .sort((left, right) => Number(isTradeHub(right)) - Number(isTradeHub(left)) || left - right),
  ];
}

function nearHub(topology: Topology, cluster: number): number[] {
  const hub = topology.hubs[cluster]!;
  return [...topology.zoneOf.keys()]
    .filter((sector) => topology.clusterOf[sector] === cluster && isMain(topology, sector))
    .map((sector) => ({ sector, distance: distanceSquared(topology.points, sector, hub) }))
    .sort((left, right) => left.distance - right.distance || left.sector - right.sector)
    .map(({ sector }) => sector);
}
