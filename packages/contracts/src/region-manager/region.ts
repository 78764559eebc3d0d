import { z } from 'zod';
import { id, moment } from '../primitives.ts';
import { regionSlug } from './names.ts';
import { operationKind, operationState } from './operation.ts';

/** What a regional server may use of its host. Cores in steps of a half. */
export const regionResources = z.strictObject({
  cpuCores: z.number().min(1).max(8).multipleOf(0.5),
  memoryGb: z.int().min(2).max(16),
  diskGb: z.int().min(10).max(100),
});

export type RegionResources = z.output<typeof regionResources>;

/** States of a regional server (rule book, platform 9.3). */
export const regionState = z.enum([
  'requested',
  'provisioning',
  'active',
  'scaling',
  'suspended',
  'terminating',
  'terminated',
  'failed',
]);

export type RegionState = z.output<typeof regionState>;

/** Where regional servers run (rule book, platform 9.6). */
export const regionDriver = z.enum(['process', 'docker', 'swarm']);

/** The last sample. Shares of what is allocated, in percent; above 100 is possible for a moment. */
export const regionUsage = z.object({
  sampledAt: moment,
  cpuPct: z.number().min(0),
  memoryPct: z.number().min(0),
  cpuCores: z.number().min(0),
  memoryBytes: z.int().min(0),
  isHealthy: z.boolean(),
});

/** Something that happened to a region, for people. `detail` holds figures and names, never a secret. */
export const regionEvent = z.object({
  at: moment,
  kind: z.string(),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});

export const managedRegion = z.object({
  name: z.string(),
  displayName: z.string(),
  ownerUserId: id,
  state: regionState,
  desiredState: z.enum(['active', 'suspended', 'terminated']),
  driver: regionDriver,
  resources: regionResources,
  /** What scaling down never goes below: the resources asked for by a person. */
  baseResources: regionResources,
  /** Null until a first sample, and while the region does not run. */
  usage: regionUsage.nullable(),
  /** Null when the server did not say. */
  playersOnline: z.int().min(0).nullable(),
  maxPlayers: z.int(),
  totalSectors: z.int(),
  /** The URL other servers reach it under; null while it does not run. */
  endpoint: z.string().nullable(),
  /** Digest of the image, or the build of the game server that runs as a process; null before the first start. */
  version: z.string().nullable(),
  /** Failed health checks in a row. */
  failCount: z.int().min(0),
  lastScaledAt: moment.nullable(),
  createdAt: moment,
  updatedAt: moment,
  openOperation: z
    .object({ id, kind: operationKind, state: operationState, step: z.string().nullable() })
    .nullable(),
});

export type ManagedRegion = z.output<typeof managedRegion>;

export const managedRegionDetail = managedRegion.extend({
  /** The last twenty, newest first. */
  events: z.array(regionEvent).max(20),
});

export type ManagedRegionDetail = z.output<typeof managedRegionDetail>;

export const provisionRequest = z.strictObject({
  name: regionSlug,
  displayName: z.string().trim().min(3).max(60),
  ownerUserId: id,
  subscriptionId: z.string().min(1).max(100).optional(),
  totalSectors: z.int().min(100).max(1000).default(500),
  seed: z.string().min(1).max(64).optional(),
  /** What is left open follows the settings of the manager. */
  resources: regionResources.partial().default({}),
  maxPlayers: z.int().min(10).max(1000).default(100),
});

export type ProvisionRequest = z.output<typeof provisionRequest>;
