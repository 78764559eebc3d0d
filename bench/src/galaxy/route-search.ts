import type { KnownStop, MovingHull, PriceTerms, RegionPlan } from '@sw/rules';
import { COMMODITIES, courseTables, createStream, findRoutes, ROUTE_OBJECTIVES } from '@sw/rules';
import { percentile } from '../load/statistics.ts';
import { graphOf } from './path-search.ts';

export interface RouteTimes {
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Stations whose prices are known. */
  readonly stations: number;
}

const HULL: MovingHull = { type: 'light_freighter', upgrades: {}, conditionMilli: 100_000, fault: 'none' };
const WARM_UP = 3;
const NOW_MS = 1_800_000_000_000;

/** Finds trade routes for players who know every station of a region and every price: the most there is to plan. */
export const measureRouteSearch = (plan: RegionPlan, searches: number): RouteTimes => {
  const graph = graphOf(plan);
  const random = createStream('bench', 'routes');
  const stops = plan.stations.map(
    (station, index): KnownStop => ({
      stationId: `station-${index}`,
      sectorId: station.sectorNumber,
      markets: station.market.map((market) => {
        const { lo, hi } = COMMODITIES.find(({ key }) => key === market.commodity) ?? { lo: 1, hi: 2 };
        const terms: PriceTerms = {
          lo,
          hi,
          capacity: market.capacity,
          stock: market.initialStock,
          driftBp: random.roll(2_001) - 1_000,
          eventBp: 0,
          factorBp: 10_000,
          halfSpreadBp: 800,
          advantageBp: 0,
          tariffBp: 0,
        };
        return {
          commodity: market.commodity,
          toBuy: market.direction === 'buys' ? null : terms,
          toSell: market.direction === 'sells' ? null : terms,
          asOfMs: NOW_MS,
        };
      }),
    }),
  );
  const times: number[] = [];
  for (let index = 0; index < WARM_UP + searches; index += 1) {
    const here = random.roll(plan.sectorCount) + 1;
    const startMs = performance.now();
    findRoutes({
      fromSectorId: here,
      dockedStationId: null,
      stops,
      waysFrom: courseTables(graph, { ship: HULL, levelOf: () => 3, here, hazardAversion: 5 }),
      room: 50,
      held: [],
      credits: 20_000n,
      maxHops: 20,
      maxStops: index % 2 === 0 ? 2 : 6,
      objective: ROUTE_OBJECTIVES[index % ROUTE_OBJECTIVES.length] ?? 'profit',
      nowMs: NOW_MS,
    });
    if (index >= WARM_UP) times.push(performance.now() - startMs);
  }
  return { p50Ms: percentile(times, 50), p99Ms: percentile(times, 99), stations: stops.length };
};
