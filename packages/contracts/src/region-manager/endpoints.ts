import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, moment, page, pageQuery } from '../primitives.ts';
import { operation } from './operation.ts';
import {
  managedRegion,
  managedRegionDetail,
  provisionRequest,
  regionResources,
  regionState,
} from './region.ts';

/*
 * The API of the region-manager (rule book, platform 9.1). Its paths stand directly below the root of the
 * service, without `/api/v1`. Callers are the hub and the operator's command line, with a service token
 * (`aud` region-manager, scope regions.manage). Names in paths are not checked for form: a name that cannot
 * exist answers like one that does not.
 */

const guarded = {
  auth: 'service',
  scope: 'regions.manage',
  rateClass: 'admin',
  tag: 'region-manager',
} as const;
const reading = { method: 'GET', idempotency: 'none', status: 200 } as const;
const read = { ...guarded, ...reading } as const;
/** Answered to the internal network without a token. */
const open = { ...reading, auth: 'public', rateClass: 'admin', tag: 'region-manager' } as const;
const command = { ...guarded, idempotency: 'accepted', status: 202 } as const;

const byName = z.strictObject({ name: z.string().min(1).max(64) });
const accepted = z.object({ operationId: id });

export const provisionRegion = endpoint({
  ...command,
  id: 'regionManager.provision',
  method: 'POST',
  path: '/regions/provision',
  summary: 'Begins to make a regional server with a database of its own.',
  idempotency: 'required',
  body: provisionRequest,
  reply: z.object({ name: z.string(), state: z.literal('provisioning'), operationId: id }),
  errors: ['already_exists', 'capacity_exhausted', 'operation_in_progress', 'idempotency_mismatch', 'busy'],
});

export const terminateRegion = endpoint({
  ...command,
  id: 'regionManager.terminate',
  method: 'DELETE',
  path: '/regions/{name}',
  summary: 'Begins to take a regional server down; retain keeps its database and volume.',
  params: byName,
  query: z.strictObject({
    mode: z.enum(['retain', 'purge']).default('retain'),
    /** Without the announcement of ten minutes. */
    isImmediate: z.stringbool().default(false),
  }),
  reply: accepted,
  errors: ['operation_in_progress', 'invalid_state'],
});

export const scaleRegion = endpoint({
  ...command,
  id: 'regionManager.scale',
  method: 'POST',
  path: '/regions/{name}/scale',
  summary: 'Sets new base resources; disk may only grow.',
  params: byName,
  body: regionResources.partial({ diskGb: true }),
  reply: accepted,
  errors: ['operation_in_progress', 'invalid_state', 'capacity_exhausted'],
});

const lifecycle = { ...command, method: 'POST', params: byName, reply: accepted } as const;

export const restartRegion = endpoint({
  ...lifecycle,
  id: 'regionManager.restart',
  path: '/regions/{name}/restart',
  summary: 'Stops a regional server in order and starts it again.',
  errors: ['operation_in_progress', 'invalid_state'],
});

export const suspendRegion = endpoint({
  ...lifecycle,
  id: 'regionManager.suspend',
  path: '/regions/{name}/suspend',
  summary: 'Stops a regional server and keeps everything.',
  errors: ['operation_in_progress', 'invalid_state'],
});

export const resumeRegion = endpoint({
  ...lifecycle,
  id: 'regionManager.resume',
  path: '/regions/{name}/resume',
  summary: 'Starts a suspended regional server again.',
  errors: ['operation_in_progress', 'invalid_state', 'capacity_exhausted'],
});

export const upgradeRegion = endpoint({
  ...lifecycle,
  id: 'regionManager.upgrade',
  path: '/regions/{name}/upgrade',
  summary: 'Moves a regional server to another image of the allow-list.',
  body: z.strictObject({ imageDigest: z.string().regex(/^sha256:[0-9a-f]{64}$/) }),
  errors: ['operation_in_progress', 'invalid_state'],
});

export const listManagedRegions = endpoint({
  ...read,
  id: 'regionManager.list',
  path: '/regions',
  summary: 'Regional servers by name.',
  query: pageQuery.extend({ state: regionState.optional() }),
  reply: page(managedRegion),
  errors: ['bad_cursor'],
});

export const getManagedRegion = endpoint({
  ...read,
  id: 'regionManager.get',
  path: '/regions/{name}',
  summary: 'State, resources, usage, players and the last events of a regional server.',
  params: byName,
  reply: managedRegionDetail,
  errors: [],
});

export const getOperation = endpoint({
  ...read,
  id: 'regionManager.operation',
  path: '/operations/{id}',
  summary: 'How far an operation has come.',
  params: z.strictObject({ id }),
  reply: operation,
  errors: [],
});

/** The answer of `GET /metrics` with `Accept: application/json`. */
export const managerSummary = z.object({
  regions: z.record(z.string(), z.int()),
  allocated: z.object({ cpuCores: z.number(), memoryGb: z.number() }),
  /** Null where no budget is set. */
  budget: z.object({ cpuCores: z.number().nullable(), memoryGb: z.number().nullable() }),
  openOperations: z.int(),
  alerts: z.array(
    z.object({
      kind: z.string(),
      region: z.string(),
      since: moment,
      detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    }),
  ),
});

export type ManagerSummary = z.output<typeof managerSummary>;

export const getManagerMetrics = endpoint({
  ...open,
  id: 'regionManager.metrics',
  path: '/metrics',
  summary: 'Figures and open alerts; Prometheus text unless JSON is asked for.',
  reply: managerSummary,
  errors: [],
});

export const getManagerHealth = endpoint({
  ...open,
  id: 'regionManager.health',
  path: '/health',
  summary: '200 while driver and database answer and the loop turns, else 503.',
  reply: z.object({
    status: z.enum(['ok', 'failed']),
    driver: z.string(),
    regionsActive: z.int().nullable(),
    loopLagS: z.number(),
  }),
  errors: ['dependency_unavailable'],
});
