import type { StationClass } from '../economy/station-classes.ts';
import type { Weighted } from './draw.ts';
import type { ClusterType, StationType, ZoneKind } from './types.ts';

/** Class weights per zone (rule book, world 4.3). */
export const CLASS_WEIGHTS: Readonly<Record<ZoneKind, Weighted<StationClass>>> = {
  federation: [
    [1, 5],
    [2, 5],
    [3, 15],
    [4, 20],
    [5, 10],
    [6, 15],
    [7, 15],
    [10, 10],
    [11, 5],
  ],
  border: [
    [1, 15],
    [2, 15],
    [3, 20],
    [4, 10],
    [5, 15],
    [6, 15],
    [7, 10],
  ],
  frontier: [
    [1, 20],
    [2, 20],
    [3, 15],
    [5, 20],
    [6, 15],
    [8, 5],
    [9, 5],
  ],
  expanse: [
    [1, 10],
    [2, 10],
    [3, 10],
    [4, 15],
    [5, 15],
    [6, 15],
    [7, 15],
    [8, 5],
    [10, 3],
    [11, 2],
  ],
};

/** Weight a cluster type adds on top of its zone (rule book, world 4.3). */
export const CLASS_BIAS: Readonly<Record<ClusterType, Weighted<StationClass>>> = {
  standard: [],
  trade_hub: [
    [4, 15],
    [6, 10],
  ],
  population_center: [],
  resource_rich: [
    [1, 10],
    [5, 5],
  ],
  frontier_outpost: [],
  special_interest: [
    [10, 10],
    [11, 10],
  ],
};

/** Only in sectors with hazard ≥ 5 or policing ≤ 3, and never in a sanctuary. */
export const DANGER_CLASSES: readonly StationClass[] = [8, 9];
export const DANGER_HAZARD_MIN = 5;
export const DANGER_POLICING_MAX = 3;

export const STATION_GUARANTEES = {
  starterClasses: [1, 2, 3],
  starterHops: [1, 4],
  starterPairHops: 4,
  spaceDockHops: [2, 6],
  frontierSpaceDockFrom: 200,
  frontierSpaceDockPercent: 85,
  federationReachHops: 4,
  playerTradeDockFrom: 500,
  gatewayClass: 6,
  gatewayMinDegree: 3,
  manyStations: 30,
  requiredClasses: [1, 2, 3, 6, 7],
  requiredClassesOfMany: [1, 2, 3, 6, 7, 10, 11],
  blackMarketsPerHundred: 2,
  nexusBlackMarkets: 6,
  basicCommodities: ['ore', 'organics', 'equipment', 'fuel'],
} as const;

export const STATION_SIZE = { standard: 5, least: 3, spread: 3 } as const;
export const NO_FACTION_PERCENT = 20;

/** Flavour of an ordinary station by class; facilities and black markets have their own. */
export const STATION_TYPES: Readonly<Record<StationClass, Weighted<StationType>>> = {
  0: [['diplomatic', 1]],
  1: [
    ['mining', 4],
    ['outpost', 1],
  ],
  2: [
    ['trading', 3],
    ['outpost', 1],
  ],
  3: [
    ['industrial', 4],
    ['military', 1],
  ],
  4: [['trading', 1]],
  5: [
    ['trading', 2],
    ['outpost', 1],
    ['military', 1],
  ],
  6: [
    ['trading', 3],
    ['military', 1],
    ['diplomatic', 1],
  ],
  7: [
    ['industrial', 2],
    ['military', 1],
    ['scientific', 1],
  ],
  8: [
    ['outpost', 2],
    ['scientific', 1],
  ],
  9: [
    ['outpost', 2],
    ['scientific', 1],
  ],
  10: [
    ['trading', 2],
    ['diplomatic', 1],
  ],
  11: [['scientific', 1]],
};

/** Bounds of the stock a market opens with, in basis points of capacity (rule book, economy 2.2). */
export const INITIAL_STOCK_BP = {
  sells: [7_000, 9_000],
  buys: [1_000, 3_000],
  both: [4_000, 6_000],
} as const;
