import { z } from 'zod';
import { adminReason } from '../admin-list.ts';
import { endpoint } from '../endpoint.ts';
import { id, moment, regionName } from '../primitives.ts';

const read = {
  method: 'GET',
  auth: 'admin',
  scope: 'system.read',
  rateClass: 'admin',
  idempotency: 'none',
  status: 200,
  tag: 'admin',
  errors: ['missing_scope', 'password_change_required'],
} as const;

const write = {
  auth: 'admin',
  scope: 'system.write',
  stepUp: true,
  rateClass: 'admin',
  status: 200,
  tag: 'admin',
} as const;

const refusals = ['missing_scope', 'password_change_required', 'step_up_required'] as const;

const jobView = z.object({
  name: z.string(),
  schedule: z.string(),
  lastRunAt: moment.nullable(),
  lastState: z.string().nullable(),
  lastDurationMs: z.int().nullable(),
  nextRunAt: moment.nullable(),
  waiting: z.int(),
  failed24h: z.int(),
  isPaused: z.boolean(),
  pauseReason: z.string().nullable(),
});

export const listJobs = endpoint({
  ...read,
  id: 'admin.jobs',
  path: '/admin/system/jobs',
  summary: 'Every job that recurs with its runs, and the loops with the process that holds each.',
  reply: z.object({
    at: moment,
    jobs: z.array(jobView),
    loops: z.array(z.object({ name: z.string(), processId: id, until: moment })),
  }),
  errors: [...read.errors, 'dependency_unavailable'],
});

export const runJobNow = endpoint({
  ...write,
  id: 'admin.jobs.run',
  method: 'POST',
  path: '/admin/system/jobs/{job}/run',
  summary: 'Run a job now, once in the whole fleet; one that waits or runs is not doubled.',
  idempotency: 'accepted',
  status: 202,
  params: z.object({ job: z.string().max(60) }),
  reply: z.object({ isQueued: z.boolean() }),
  errors: [...refusals, 'not_found', 'job_paused', 'dependency_unavailable'],
});

export const changeJob = endpoint({
  ...write,
  id: 'admin.jobs.change',
  method: 'PATCH',
  path: '/admin/system/jobs/{job}',
  summary: 'Pause a job, or let it run again.',
  idempotency: 'none',
  params: z.object({ job: z.string().max(60) }),
  body: z.strictObject({ isPaused: z.boolean(), reason: adminReason }),
  reply: z.object({ name: z.string(), isPaused: z.boolean() }),
  errors: [...refusals, 'not_found'],
});

export const getRealtimeStats = endpoint({
  ...read,
  id: 'admin.realtime.stats',
  path: '/admin/realtime/stats',
  summary: 'The processes of the fleet with their sockets, and the newest sockets.',
  reply: z.object({
    at: moment,
    processes: z.array(
      z.object({
        processId: id,
        measuredAt: moment,
        playerSockets: z.int(),
        adminSockets: z.int(),
        rooms: z.int(),
        poolInUse: z.int(),
        poolSize: z.int(),
        eventLoopLagMs: z.number(),
        memoryBytes: z.int(),
      }),
    ),
    total: z.int(),
    connections: z.array(
      z.object({
        id,
        processId: id,
        audience: z.enum(['player', 'admin']),
        userId: id,
        name: z.string(),
        ip: z.string(),
        openedAt: moment,
      }),
    ),
  }),
});

export const closeConnection = endpoint({
  ...write,
  id: 'admin.realtime.close',
  method: 'DELETE',
  path: '/admin/realtime/connections/{id}',
  summary: 'Close a socket, at whatever process it is.',
  idempotency: 'none',
  status: 204,
  params: z.object({ id }),
  errors: [...refusals, 'not_found'],
});

export const broadcastScope = z.enum(['global', 'region', 'player']);
export const broadcastPriority = z.enum(['low', 'normal', 'high']);

const broadcastView = z.object({
  id,
  at: moment,
  by: z.string(),
  scope: broadcastScope,
  targetId: z.string().nullable(),
  text: z.string(),
  priority: broadcastPriority,
});

export const listBroadcasts = endpoint({
  ...read,
  id: 'admin.realtime.broadcasts',
  path: '/admin/realtime/broadcasts',
  summary: 'What operators told players, the newest first.',
  reply: z.object({ items: z.array(broadcastView) }),
});

export const sendBroadcast = endpoint({
  ...write,
  id: 'admin.realtime.broadcast',
  method: 'POST',
  path: '/admin/realtime/broadcasts',
  summary: 'Tell everybody, one region or one player something.',
  idempotency: 'required',
  status: 201,
  body: z.strictObject({
    scope: broadcastScope,
    /** Name of the region, or id of the player. */
    targetId: z.union([regionName, id]).optional(),
    text: z.string().trim().min(1).max(500),
    priority: broadcastPriority,
    reason: adminReason,
  }),
  reply: broadcastView,
  errors: [...refusals, 'not_found', 'busy'],
});

/** A window in which players may look but not act; without an end it lasts until somebody ends it. */
export const maintenanceWindow = z.object({
  startsAt: moment,
  endsAt: moment.nullable(),
  text: z.string(),
  isActive: z.boolean(),
});

export const getMaintenance = endpoint({
  ...read,
  id: 'admin.maintenance',
  path: '/admin/system/maintenance',
  summary: 'The maintenance that is, or is to come, and the message of the day.',
  reply: z.object({ window: maintenanceWindow.nullable(), motd: z.string().nullable() }),
});

export const setMaintenance = endpoint({
  ...write,
  id: 'admin.maintenance.set',
  method: 'PUT',
  path: '/admin/system/maintenance',
  summary: 'Begin or plan maintenance, or end it with null.',
  idempotency: 'none',
  body: z.strictObject({
    window: z
      .strictObject({
        /** Absent: now. */
        startsAt: moment.optional(),
        endsAt: moment.optional(),
        text: z.string().trim().min(1).max(300),
      })
      .nullable(),
    reason: adminReason,
  }),
  reply: z.object({ window: maintenanceWindow.nullable(), motd: z.string().nullable() }),
  errors: [...refusals, 'validation_failed'],
});

export const setMotd = endpoint({
  ...write,
  id: 'admin.motd.set',
  method: 'PUT',
  path: '/admin/system/motd',
  summary: 'The message of the day on the landing page; null takes it away.',
  idempotency: 'none',
  body: z.strictObject({ text: z.string().trim().min(1).max(300).nullable(), reason: adminReason }),
  reply: z.object({ window: maintenanceWindow.nullable(), motd: z.string().nullable() }),
  errors: refusals,
});

export const getConfiguration = endpoint({
  ...read,
  id: 'admin.config',
  path: '/admin/system/config',
  summary: 'The settings this server was started with, secrets as whether they are set, and the migrations.',
  reply: z.object({
    build: z.object({ version: z.string(), commit: z.string(), builtAt: z.string(), node: z.string() }),
    settings: z.array(z.object({ name: z.string(), value: z.string().nullable(), isSecret: z.boolean() })),
    migrations: z.array(z.object({ name: z.string(), appliedAt: moment })),
  }),
});

export type JobView = z.output<typeof jobView>;
export type RealtimeStats = z.output<(typeof getRealtimeStats)['reply']>;
export type MaintenanceWindow = z.output<typeof maintenanceWindow>;
