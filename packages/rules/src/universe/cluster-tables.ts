import type { Weighted } from './draw.ts';
import type { ClusterType } from './types.ts';

/** Weights of cluster types (rule book, world 2.4). Cluster 0 is always a population center. */
export const TERRAN_CLUSTER_TYPES: Weighted<ClusterType> = [
  ['standard', 40],
  ['trade_hub', 20],
  ['population_center', 25],
  ['resource_rich', 10],
  ['frontier_outpost', 5],
];
export const PLAYER_CLUSTER_TYPES: Weighted<ClusterType> = [
  ['standard', 30],
  ['trade_hub', 15],
  ['population_center', 10],
  ['resource_rich', 20],
  ['frontier_outpost', 15],
  ['special_interest', 10],
];

/** How often a cluster type is chosen, against 10 for a neutral one. */
export interface ClusterBias {
  readonly stations: number;
  readonly planets: number;
  readonly asteroidFields: number;
  readonly darkAndBright: number;
  readonly hiddenTunnels: number;
}

const NEUTRAL: ClusterBias = {
  stations: 10,
  planets: 10,
  asteroidFields: 10,
  darkAndBright: 10,
  hiddenTunnels: 10,
};

/** The multipliers of world 2.4 as selection weights; `darkAndBright` covers black holes and star clusters. */
export const CLUSTER_BIAS: Readonly<Record<ClusterType, ClusterBias>> = {
  standard: NEUTRAL,
  trade_hub: { ...NEUTRAL, stations: 15 },
  population_center: { ...NEUTRAL, planets: 16 },
  resource_rich: { ...NEUTRAL, asteroidFields: 20 },
  frontier_outpost: { ...NEUTRAL, stations: 5, hiddenTunnels: 15 },
  special_interest: { ...NEUTRAL, darkAndBright: 20 },
};

export interface NexusClusterRow {
  readonly name: string;
  readonly type: ClusterType;
  readonly stations: number;
  readonly planetSectors: number;
}

const NEXUS_COUNTS = {
  standard: { stations: 10, planetSectors: 25 },
  trade_hub: { stations: 24, planetSectors: 20 },
  population_center: { stations: 17, planetSectors: 50 },
  resource_rich: { stations: 10, planetSectors: 30 },
  frontier_outpost: { stations: 6, planetSectors: 16 },
} as const;

function nexusCluster(name: string, type: keyof typeof NEXUS_COUNTS): NexusClusterRow {
  return { name, type, ...NEXUS_COUNTS[type] };
}

/** The fixed clusters of the Nexus (rule book, world 2.4); the index is row × 5 + column. */
export const NEXUS_CLUSTER_ROWS: readonly NexusClusterRow[] = [
  nexusCluster('Commerce Central Hub', 'trade_hub'),
  nexusCluster('Diplomatic Quarter', 'population_center'),
  nexusCluster('Industrial Complex', 'trade_hub'),
  nexusCluster('Prospect Belt', 'resource_rich'),
  nexusCluster('Drift Reaches', 'frontier_outpost'),
  nexusCluster('Outer Survey', 'frontier_outpost'),
  nexusCluster('Free Trade Reach', 'trade_hub'),
  nexusCluster('Lodestar Reach', 'resource_rich'),
  nexusCluster('Quiet Quarter', 'standard'),
  nexusCluster('Gateway Plaza', 'standard'),
  nexusCluster("Settlers' Rest", 'population_center'),
  nexusCluster('Transit Junction', 'standard'),
  nexusCluster('Slag Fields', 'resource_rich'),
  nexusCluster('Starport Complex', 'trade_hub'),
  nexusCluster("Marker's Edge", 'frontier_outpost'),
  nexusCluster('The Bazaar', 'standard'),
  nexusCluster('Lonesome Span', 'frontier_outpost'),
  nexusCluster('Wayfarer Hollow', 'standard'),
  nexusCluster("Merchant's Row", 'standard'),
  nexusCluster('Frontier Gateway', 'frontier_outpost'),
];

export const NEXUS_GRID = { columns: 5, rows: 4, cell: 400, middleColumn: 2, halfHeight: 600 } as const;

/** The Nexus clusters with a TradeDock. */
export const NEXUS_TRADE_DOCK_CLUSTERS = [0, 6, 13] as const;

/** The pairs of clusters that lie side by side in the Nexus grid, 31 in all, ordered by index. */
export function nexusGridPairs(): [number, number][] {
  const pairs: [number, number][] = [];
  for (let index = 0; index < NEXUS_GRID.columns * NEXUS_GRID.rows; index++) {
    if (index % NEXUS_GRID.columns < NEXUS_GRID.columns - 1) {
      pairs.push([index, index + 1]);
    }
    if (index + NEXUS_GRID.columns < NEXUS_GRID.columns * NEXUS_GRID.rows) {
      pairs.push([index, index + NEXUS_GRID.columns]);
    }
  }
  return pairs;
}
