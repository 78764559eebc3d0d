import type { Adjacency } from './graph.ts';
import { adjacencyOf, hopsFrom, UNREACHED } from './graph.ts';
import { bridgesFrom } from './graph-bridges.ts';
import type { PlanGraph } from './plan-graph.ts';
import { planGraph } from './plan-graph.ts';
import type { RegionPlan, WarpPlan } from './types.ts';

const CAPITAL = 0;

/** The figures of the statistics table (rule book, world 5), means in hundredths. */
export interface PlanStatistics {
  readonly lanes: number;
  readonly oneWayLanes: number;
  /** Without the hidden entrances of pockets. */
  readonly tunnels: number;
  readonly oneWayTunnels: number;
  readonly hiddenTunnels: number;
  readonly trunks: number;
  readonly pockets: number;
  readonly pocketSectors: number;
  readonly directedWarps: number;
  readonly meanOutDegreeHundredths: number;
  readonly maxOutDegree: number;
  /** Sectors with 1, 2, 3, 4, 5 and 6 or more exits. */
  readonly sectorsByExits: readonly number[];
  readonly deadEnds: number;
  readonly meanHopsHundredths: number;
  readonly maxHops: number;
  readonly maxLaneHops: number;
  readonly laneLengthMedian: number;
  readonly laneLengthP95: number;
  readonly laneLengthMax: number;
  /** Lanes of the main network whose loss would split it. */
  readonly laneBridges: number;
  readonly stations: number;
  readonly planets: number;
}

/** Measures a plan for the generation report. Hops count every warp, hidden ones included, to main sectors. */
export function planStatistics(plan: RegionPlan): PlanStatistics {
  const graph = planGraph(plan);
  const main = [...plan.sectors.keys()].filter((sector) => plan.sectors[sector]!.pocketIndex === null);
  const hops = hopsOf(main, hopsFrom(graph.all, [CAPITAL]));
  const laneHops = hopsOf(main, hopsFrom(graph.lanes, [CAPITAL]));
  const exits = graph.all.map((targets) => targets.length);
  return {
    ...linkFigures(plan, graph),
    pockets: new Set(plan.sectors.map(({ pocketIndex }) => pocketIndex).filter((index) => index !== null))
      .size,
    pocketSectors: plan.sectorCount - main.length,
    directedWarps: plan.warps.length,
    meanOutDegreeHundredths: Math.floor((100 * plan.warps.length) / plan.sectorCount),
    maxOutDegree: Math.max(...exits),
    sectorsByExits: [1, 2, 3, 4, 5, 6].map(
      (wanted) => exits.filter((count) => count === wanted || (wanted === 6 && count > 6)).length,
    ),
    deadEnds: plan.formations.filter(({ kind }) => kind === 'dead_end').length,
    meanHopsHundredths: Math.floor((100 * hops.reduce((sum, count) => sum + count, 0)) / hops.length),
    maxHops: Math.max(...hops),
    maxLaneHops: Math.max(...laneHops),
    laneBridges: bridgesFrom(mainLanes(plan, graph), CAPITAL).length,
    stations: plan.stations.length,
    planets: plan.planets.length,
  };
}

/** Every lane between main sectors, in both directions. */
function mainLanes({ sectors, sectorCount }: RegionPlan, { links }: PlanGraph): Adjacency {
  const rows = [...links.values()].flatMap(([row]) => (row?.kind === 'lane' ? [row] : []));
  const isMain = (number: number) => sectors[number - 1]!.pocketIndex === null;
  return adjacencyOf(
    sectorCount,
    rows
      .filter(({ from, to }) => isMain(from) && isMain(to))
      .flatMap(({ from, to }): [number, number][] => [
        [from - 1, to - 1],
        [to - 1, from - 1],
      ]),
  );
}

function hopsOf(sectors: readonly number[], hops: Int32Array): number[] {
  return sectors.map((sector) => hops[sector]!).filter((count) => count !== UNREACHED);
}

function linkFigures(plan: RegionPlan, { links }: PlanGraph) {
  const rows = [...links.values()];
  const isPocket = (number: number) => plan.sectors[number - 1]!.pocketIndex !== null;
  const first = ([row]: readonly WarpPlan[]) => row!;
  const lanes = rows.filter((link) => first(link).kind === 'lane');
  const tunnels = rows.filter((link) => first(link).kind === 'tunnel' && !isPocket(first(link).to));
  const lengths = lanes.map((link) => first(link).length).sort((left, right) => left - right);
  const at = (percent: number) => lengths[Math.floor((percent * (lengths.length - 1)) / 100)] ?? 0;
  return {
    lanes: lanes.length,
    oneWayLanes: lanes.filter((link) => link.length === 1).length,
    tunnels: tunnels.length,
    oneWayTunnels: tunnels.filter((link) => link.length === 1).length,
    hiddenTunnels: tunnels.filter((link) => first(link).isHidden).length,
    trunks: rows.filter((link) => first(link).kind === 'trunk').length,
    laneLengthMedian: at(50),
    laneLengthP95: at(95),
    laneLengthMax: at(100),
  };
}
