import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { entryPolicy, regionKind, regionStatus } from '../enums.ts';
import { credits, id, moment, regionName, sectorId } from '../primitives.ts';
import { regionSlug } from '../region-manager/names.ts';
import { operation } from '../region-manager/operation.ts';
import { managedRegion, regionResources } from '../region-manager/region.ts';
import { zoneView } from './internal-regions.ts';

/* Regions as operators see and steer them (rule book, platform 13 and front ends A-06). */

const reason = z.string().trim().min(10).max(500);

export const adminRegion = z.object({
  id,
  name: z.string(),
  code: z.string(),
  title: z.string(),
  kind: regionKind,
  status: regionStatus,
  owner: z.object({ userId: id, username: z.string().nullable() }).nullable(),
  sectorCount: z.int(),
  /** Its world is served by a server of its own. */
  isManaged: z.boolean(),
  onlinePlayers: z.int(),
  activePlayers: z.int(),
  version: z.string().nullable(),
  /** When its server last reported; null where this server keeps the world, or none has reported. */
  reportedAt: moment.nullable(),
  createdAt: moment,
  suspendedAt: moment.nullable(),
  terminatedAt: moment.nullable(),
});

export const adminRegionDetail = adminRegion.extend({
  firstSectorId: sectorId,
  seed: z.string(),
  generatorVersion: z.int(),
  planHash: z.string(),
  link: z.object({ gateway: sectorId, nexus: sectorId }).nullable(),
  zones: z.array(zoneView),
  governance: z.object({ regionTaxBp: z.int(), linkToll: z.int(), entryPolicy }),
  treasury: credits,
  /** Ships that are in it, as far as this server keeps its world. */
  ships: z.int(),
  evacuatedAt: moment.nullable(),
  /** The last fifty steps of its life, newest first. */
  events: z.array(
    z.object({
      at: moment,
      step: z.string(),
      outcome: z.enum(['begun', 'done', 'failed']),
      detail: z.string().nullable(),
    }),
  ),
  /** What the region-manager says of its server; null where it has none, or when it does not answer. */
  server: managedRegion.omit({ ownerUserId: true, displayName: true }).nullable(),
  operation: operation.nullable(),
  isManagerSilent: z.boolean(),
});

const zoneShift = z.strictObject({ policing: z.int().min(-2).max(2), danger: z.int().min(-2).max(2) });

const base = { auth: 'admin', scope: 'regions.manage', rateClass: 'admin', tag: 'admin' } as const;
const reading = { ...base, method: 'GET', idempotency: 'none', status: 200 } as const;
const act = { ...base, method: 'POST', idempotency: 'accepted', status: 202, stepUp: true } as const;
const byName = z.strictObject({ name: regionName });

export const listAdminRegions = endpoint({
  ...reading,
  id: 'admin.regions',
  path: '/admin/regions',
  summary: 'The registry of regions.',
  query: z.strictObject({
    limit: z.coerce.number().int().min(1).max(100).default(25),
    cursor: z.string().max(500).optional(),
    q: z.string().trim().min(1).max(100).optional(),
    sort: z
      .enum([
        'name',
        '-name',
        'createdAt',
        '-createdAt',
        'onlinePlayers',
        '-onlinePlayers',
        'sectorCount',
        '-sectorCount',
      ])
      .optional(),
    withTotal: z.enum(['true', 'false']).optional(),
    status: regionStatus.optional(),
  }),
  reply: z.object({
    items: z.array(adminRegion),
    nextCursor: z.string().nullable(),
    total: z.int().nullable(),
  }),
  errors: ['bad_cursor', 'missing_scope'],
});

export const getAdminRegion = endpoint({
  ...reading,
  id: 'admin.region',
  path: '/admin/regions/{name}',
  summary: 'One region with its zones, its link, its server and what happened to it.',
  params: byName,
  reply: adminRegionDetail,
  errors: ['missing_scope'],
});

export const createRegion = endpoint({
  ...act,
  id: 'admin.createRegion',
  path: '/admin/regions',
  summary: 'Registers a region for an owner and begins to make it.',
  body: z.strictObject({
    name: regionSlug,
    displayName: z.string().trim().min(3).max(60),
    /** The username of whoever will own it. */
    owner: z.string().trim().min(1).max(40),
    totalSectors: z.int().min(100).max(1000).default(500),
    zones: z
      .strictObject({
        federationEnd: z.int().min(1).max(1000).optional(),
        borderEnd: z.int().min(1).max(1000).optional(),
        federation: zoneShift.optional(),
        border: zoneShift.optional(),
        frontier: zoneShift.optional(),
      })
      .default({}),
    seed: z.string().min(1).max(64).optional(),
    /** Of a server of its own; the manager decides where none are named. */
    resources: regionResources.optional(),
    reason,
  }),
  reply: adminRegionDetail,
  errors: [
    'missing_scope',
    'step_up_required',
    'already_exists',
    'not_entitled',
    'quota_reached',
    'capacity_exhausted',
    'invalid_state',
    'idempotency_mismatch',
    'busy',
  ],
});

const lifecycle = {
  ...act,
  params: byName,
  reply: adminRegionDetail,
  errors: ['missing_scope', 'step_up_required', 'invalid_state', 'idempotency_mismatch', 'busy'],
} as const;

export const retryRegion = endpoint({
  ...lifecycle,
  id: 'admin.retryRegion',
  path: '/admin/regions/{name}/retry',
  summary: 'Tries again to make or to attach a region; with another seed where its world could not be made.',
  body: z.strictObject({ reason, seed: z.string().min(1).max(64).optional() }),
});

export const suspendRegionByAdmin = endpoint({
  ...lifecycle,
  id: 'admin.suspendRegion',
  path: '/admin/regions/{name}/suspend',
  summary: 'Closes a region to strangers; everybody may leave.',
  body: z.strictObject({ reason }),
});

export const resumeRegionByAdmin = endpoint({
  ...lifecycle,
  id: 'admin.resumeRegion',
  path: '/admin/regions/{name}/resume',
  summary: 'Opens a suspended region again.',
  body: z.strictObject({ reason }),
});

export const terminateRegionByAdmin = endpoint({
  ...lifecycle,
  id: 'admin.terminateRegion',
  path: '/admin/regions/{name}/terminate',
  summary: 'Ends a region: everybody is brought to the Nexus, then its link is taken down.',
  body: z.strictObject({ reason, confirm: z.string().max(40) }),
});

export const transferRegion = endpoint({
  ...lifecycle,
  id: 'admin.transferRegion',
  path: '/admin/regions/{name}/transfer-ownership',
  summary: 'Gives a region to another owner.',
  body: z.strictObject({ reason, confirm: z.string().max(40), owner: z.string().trim().min(1).max(40) }),
  errors: [...lifecycle.errors, 'not_entitled', 'quota_reached'],
});

const server = {
  ...lifecycle,
  errors: [...lifecycle.errors, 'operation_in_progress', 'capacity_exhausted', 'dependency_unavailable'],
} as const;

export const scaleRegionByAdmin = endpoint({
  ...server,
  id: 'admin.scaleRegion',
  path: '/admin/regions/{name}/scale',
  summary: 'Gives the server of a region other resources.',
  body: regionResources.partial({ diskGb: true }).extend({ reason }),
});

export const restartRegionByAdmin = endpoint({
  ...server,
  id: 'admin.restartRegion',
  path: '/admin/regions/{name}/restart',
  summary: 'Restarts the server of a region.',
  body: z.strictObject({ reason }),
});
