import type { RegionResources, RegionState } from '@sw/contracts/region-manager';

/** What the hub says a region is: its world is made of this and nothing else. */
export type Certificate = Readonly<Record<string, unknown>>;

/** Figures of one moment, as they are kept. */
export interface StoredSample {
  readonly sampledAt: string;
  readonly cpuPct: number;
  readonly memoryPct: number;
  readonly cpuCores: number;
  readonly memoryBytes: number;
  readonly isHealthy: boolean;
}

/** One row of `rm.region_instances`. */
export interface RegionRow {
  readonly name: string;
  readonly displayName: string;
  readonly ownerUserId: string;
  readonly state: RegionState;
  readonly desiredState: 'active' | 'suspended' | 'terminated';
  readonly driver: 'process' | 'docker' | 'swarm';
  readonly totalSectors: number;
  readonly maxPlayers: number;
  readonly seed: string | null;
  readonly cpuCores: number;
  readonly memoryGb: number;
  readonly diskGb: number;
  readonly baseCpuCores: number;
  readonly baseMemoryGb: number;
  readonly certificate: Certificate | null;
  readonly secrets: Readonly<Record<string, string>>;
  readonly imageDigest: string | null;
  readonly endpoint: string | null;
  readonly provisionedAt: Date | null;
  readonly isRetained: boolean;
  readonly playersOnline: number | null;
  readonly lastSample: StoredSample | null;
  readonly cpuHigh: number;
  readonly memoryHigh: number;
  readonly lowSamples: number;
  readonly failCount: number;
  readonly restarts: readonly Date[];
  readonly lastScaledAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export const resourcesOf = (row: RegionRow): RegionResources => ({
  cpuCores: row.cpuCores,
  memoryGb: row.memoryGb,
  diskGb: row.diskGb,
});

export const baseResourcesOf = (row: RegionRow): RegionResources => ({
  cpuCores: row.baseCpuCores,
  memoryGb: row.baseMemoryGb,
  diskGb: row.diskGb,
});
