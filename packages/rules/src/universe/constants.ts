import type { RegionKind } from './types.ts';

/** Bumped with every change that alters a plan for the same input. */
export const GENERATOR_VERSION = 1;

export const NEXUS_SECTORS = 5_000;
export const TERRAN_SECTORS = 300;
export const PLAYER_SECTORS_MIN = 100;
export const PLAYER_SECTORS_MAX = 1_000;
export const SEED_MAX_LENGTH = 64;
/** A plan that breaks an invariant is drafted again with the seed suffixes #1 to #4, then the job fails. */
export const MAX_RETRIES = 4;

/** Every zone keeps at least this share of the sectors, in percent. */
export const ZONE_MIN_PERCENT = 20;

export const CAPITAL_NUMBER = 1;

export const NEXUS_CLUSTER_SECTORS = 250;
export const MEAN_CLUSTER_SECTORS = 20;
export const CLUSTER_SECTORS_MIN = 10;
export const CLUSTER_SECTORS_MAX = 25;
export const CLUSTERS_MIN = 4;

/** Distances in light years (map units), rule book world 4.2. */
export const LAYOUT = {
  centreTries: 40,
  centreHeight: 25,
  regionRadiusFactor: 25,
  sectorSpacing: 20,
  sectorHeight: 12,
  nexusClusterRadius: 185,
  nexusSectorHeight: 30,
  startGap: 14,
  minGap: 8,
  rejectionsPerStep: 30,
  discStep: 4,
} as const;

/** π with the five decimals of the rule book, so that every implementation computes the same radius. */
export const PI = 314_159 / 100_000;

export const POCKETS = { minRegion: 150, percent: 3, minSize: 3, maxSize: 8 } as const;

export const LANES = {
  nearestNeighbours: 8,
  maxDegree: 6,
  federationMaxDegree: 7,
  maxOutDegree: 8,
  hubMaxOutDegree: 11,
  maxLength: 120,
  bridgeLength: 100,
  bridgeNeighbours: 4,
  bridgesPerPair: 2,
  nexusBridgesPerPair: 4,
  extraLength: 44,
  leafChancePercent: 50,
  perHundredSectors: 175,
  nexusPerHundredSectors: 150,
  cutRepairLength: 80,
  cutRepairFarSide: 4,
} as const;

/** Chance in percent that an extra lane becomes one-way, by the less policed of its zones. */
export const ONE_WAY_PERCENT = { federation: 0, border: 6, frontier: 12, expanse: 8 } as const;

export const TUNNELS = {
  perHundredSectors: 8,
  nexusCount: 120,
  minLength: 140,
  farLength: 280,
  nearExtraCost: 3,
  farExtraCost: 6,
  oneWayPercent: 15,
  hiddenPercent: 30,
} as const;

export const RESOURCES = {
  reservePerRichness: 50,
  richClusterBonus: 2,
  richnessMax: 10,
} as const;

export const PROTECTED_HAZARD_MAX = 3;

/** Hop limits of invariant G15. */
export const REACH = {
  publicHops: 30,
  nexusPublicHops: 40,
  lanesOnlyHops: 45,
  lanesOnlyMaxSectors: 1_000,
} as const;

/** The Nexus end of Terran Space lies in this cluster (Gateway Plaza). */
export const TERRAN_NEXUS_CLUSTER = 9;
export const MAX_LINKS_PER_CLUSTER = 240;
export const NEXUS_END_HAZARD_MAX = 3;

/** Whether the kind has the zones Federation, Border and Frontier (all but the Nexus). */
export function hasThreeZones(kind: RegionKind): boolean {
  return kind !== 'central_nexus';
}
