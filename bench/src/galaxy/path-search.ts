import type { MovingHull, PlotObjective, RegionGraph, RegionPlan } from '@sw/rules';
import { buildRegionGraph, createStream, PLOT_OBJECTIVES, plotCourse, ZONES } from '@sw/rules';
import { percentile } from '../load/statistics.ts';

export interface SearchTimes {
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly buildMs: number;
}

const HULL: MovingHull = { type: 'light_freighter', upgrades: {}, conditionMilli: 100_000, fault: 'none' };
const WARM_UP = 30;

/** Plots courses between random sectors of a region of which everything is known: the most there is to search. */
export const measurePathSearch = (plan: RegionPlan, courses: number): SearchTimes => {
  const beganMs = performance.now();
  const graph = graphOf(plan);
  const buildMs = performance.now() - beganMs;
  const random = createStream('bench', 'courses');
  const times: number[] = [];
  for (let index = 0; index < WARM_UP + courses; index += 1) {
    const objective = PLOT_OBJECTIVES[index % PLOT_OBJECTIVES.length] as PlotObjective;
    const [from, to] = [random.roll(plan.sectorCount) + 1, random.roll(plan.sectorCount) + 1];
    const startMs = performance.now();
    plotCourse(graph, { from, to, objective, ship: HULL, levelOf: () => 3, here: from });
    if (index >= WARM_UP) times.push(performance.now() - startMs);
  }
  return { p50Ms: percentile(times, 50), p99Ms: percentile(times, 99), buildMs };
};

/** The graph of a planned region, its sectors by their numbers. */
export const graphOf = (plan: RegionPlan): RegionGraph =>
  buildRegionGraph(
    plan.sectors.map((sector) => ({
      id: sector.number,
      regionId: plan.regionCode,
      zone: sector.zone,
      danger: ZONES[sector.zone].danger,
      type: sector.type,
      hazard: sector.hazard,
      nebulaDensity: sector.nebulaDensity,
      x: sector.x,
      y: sector.y,
      z: sector.z,
    })),
    plan.warps.map((warp, index) => ({ ...warp, id: index + 1, linkId: warp.linkIndex })),
  );
