import { NEXUS_TRADE_DOCK_CLUSTERS } from './cluster-tables.ts';
import { hopsFrom, UNREACHED } from './graph.ts';
import type { Examined } from './invariants.ts';
import { STATION_GUARANTEES } from './station-tables.ts';
import type { RegionPlan } from './types.ts';

const CAPITAL = 0;

/** The placing part of G12: what must stand where (rule book, world 4.3). Hops are two-way lanes. */
export function* checkGuarantees(examined: Examined): Generator<string> {
  yield* checkCapital(examined);
  if (examined.plan.regionKind === 'central_nexus') {
    yield* checkHubs(examined);
  } else {
    yield* checkStarterLoop(examined);
    yield* checkGateway(examined);
    yield* checkFederationReach(examined);
  }
  yield* checkDocks(examined);
}

function* checkCapital({ plan }: Examined): Generator<string> {
  const homeWorlds = plan.planets.filter(({ isHomeWorld }) => isHomeWorld);
  if (homeWorlds.length !== 1 || homeWorlds[0]?.sectorNumber !== 1) {
    yield 'the home world is not in the capital';
  }
  if (plan.stations[0]?.sectorNumber !== 1) {
    yield 'the capital has no station';
  }
}

function* checkHubs({ plan }: Examined): Generator<string> {
  const stationed = new Set(plan.stations.map(({ sectorNumber }) => sectorNumber));
  for (const { hubNumber } of plan.clusters) {
    if (!stationed.has(hubNumber) || !plan.sectors[hubNumber - 1]?.isProtected) {
      yield `hub ${hubNumber} has no station or is no sanctuary`;
    }
  }
}

function* checkStarterLoop({ plan, graph }: Examined): Generator<string> {
  const [nearest, farthest] = STATION_GUARANTEES.starterHops;
  const hops = hopsFrom(graph.twoWayLanes, [CAPITAL]);
  const near = plan.stations.filter(({ sectorNumber }) => {
    const distance = hops[sectorNumber - 1]!;
    return distance >= nearest && distance <= farthest;
  });
  const starters = near.filter(({ stationClass }) =>
    (STATION_GUARANTEES.starterClasses as readonly number[]).includes(stationClass),
  );
  for (const wanted of STATION_GUARANTEES.starterClasses) {
    if (!starters.some(({ stationClass }) => stationClass === wanted)) {
      yield `no class ${wanted} near the capital`;
    }
  }
  const isPaired = starters.some((one) => {
    const reach = hopsFrom(graph.twoWayLanes, [one.sectorNumber - 1]);
    return starters.some((other) => {
      const distance = reach[other.sectorNumber - 1]!;
      return (
        other.stationClass !== one.stationClass &&
        distance !== UNREACHED &&
        distance <= STATION_GUARANTEES.starterPairHops
      );
    });
  });
  if (!isPaired) {
    yield 'no two starter stations lie close together';
  }
}

function* checkGateway({ plan }: Examined): Generator<string> {
  const sector = plan.gatewayNumber === null ? undefined : plan.sectors[plan.gatewayNumber - 1];
  const station = plan.stations.find(({ sectorNumber }) => sectorNumber === plan.gatewayNumber);
  if (
    sector?.zone !== 'border' ||
    !sector.isProtected ||
    station?.stationClass !== STATION_GUARANTEES.gatewayClass
  ) {
    yield 'the gateway is not a protected Border sector with its station';
  }
}

function* checkFederationReach({ plan, graph }: Examined): Generator<string> {
  const hops = hopsFrom(
    graph.twoWayLanes,
    plan.stations.map(({ sectorNumber }) => sectorNumber - 1),
  );
  for (const { number, zone } of plan.sectors) {
    const distance = hops[number - 1]!;
    if (
      zone === 'federation' &&
      (distance === UNREACHED || distance > STATION_GUARANTEES.federationReachHops)
    ) {
      yield `sector ${number} is far from every station`;
    }
  }
}

function* checkDocks({ plan, graph }: Examined): Generator<string> {
  const docks = plan.stations.filter(({ facility }) => facility !== 'none');
  for (const { sectorNumber, facility } of docks) {
    const sector = plan.sectors[sectorNumber - 1];
    if (!sector?.isProtected || sector.type !== 'standard') {
      yield `the ${facility} in sector ${sectorNumber} is no quiet sanctuary`;
    }
  }
  const [nearest, farthest] = STATION_GUARANTEES.spaceDockHops;
  const hops = hopsFrom(graph.twoWayLanes, [CAPITAL]);
  const spaceDocks = docks.filter(({ facility }) => facility === 'spacedock');
  const isNear = ({ sectorNumber }: { sectorNumber: number }) =>
    hops[sectorNumber - 1]! >= nearest && hops[sectorNumber - 1]! <= farthest;
  if (!spaceDocks.some(isNear)) {
    yield 'no SpaceDock near the capital';
  }
  if (needsFrontierDock(plan) && !spaceDocks.some(({ sectorNumber }) => isFarOut(plan, sectorNumber))) {
    yield 'no SpaceDock in the Frontier';
  }
  const tradeDocks = docks.filter(({ facility }) => facility === 'tradedock');
  if (tradeDocks.length !== tradeDockCount(plan)) {
    yield `${tradeDocks.length} TradeDocks`;
  }
  const clusters = tradeDocks.map(({ sectorNumber }) => plan.sectors[sectorNumber - 1]?.clusterIndex);
  if (
    plan.regionKind === 'central_nexus' &&
    !NEXUS_TRADE_DOCK_CLUSTERS.every((cluster) => clusters.includes(cluster))
  ) {
    yield 'a TradeDock lies in the wrong cluster';
  }
}

function needsFrontierDock({ regionKind, sectorCount }: RegionPlan): boolean {
  return regionKind !== 'central_nexus' && sectorCount >= STATION_GUARANTEES.frontierSpaceDockFrom;
}

function isFarOut(plan: RegionPlan, sectorNumber: number): boolean {
  const isFrontier = plan.sectors[sectorNumber - 1]?.zone === 'frontier';
  return isFrontier && 100 * sectorNumber >= STATION_GUARANTEES.frontierSpaceDockPercent * plan.sectorCount;
}

function tradeDockCount({ regionKind, sectorCount }: RegionPlan): number {
  if (regionKind === 'central_nexus') {
    return NEXUS_TRADE_DOCK_CLUSTERS.length;
  }
  return regionKind === 'terran_space' || sectorCount >= STATION_GUARANTEES.playerTradeDockFrom ? 1 : 0;
}
