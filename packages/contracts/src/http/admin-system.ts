import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { moment } from '../primitives.ts';

/** Everything the status page of the console shows; a part without a source is null, never 0. */
export const systemHealth = z.object({
  serverTime: moment,
  environment: z.enum(['development', 'test', 'production']),
  build: z.object({ version: z.string(), commit: z.string(), builtAt: z.string(), node: z.string() }),
  uptimeS: z.int(),
  status: z.enum(['ok', 'degraded']),
  database: z.object({
    ok: z.boolean(),
    version: z.string(),
    sizeBytes: z.int(),
    poolSize: z.int(),
    embedded: z.boolean(),
    latencyMs: z.number(),
    migrations: z.int(),
  }),
  realtime: z.object({ sockets: z.int(), playersOnline: z.int(), outboxRows: z.int(), outboxLagS: z.number() }),
  players: z.object({ registered: z.int(), completedFirstLogin: z.int(), activeToday: z.int() }),
  galaxy: z.array(z.object({ region: z.string(), sectors: z.int(), stations: z.int(), status: z.string(), players: z.int() })),
  ledger: z
    .object({
      checkedAt: moment,
      ok: z.boolean(),
      accounts: z.int(),
      rows: z.int(),
      sumOfAccounts: z.string(),
      mismatches: z.int(),
      negativeAccounts: z.int(),
    })
    .nullable(),
  jobs: z.array(z.object({ name: z.string(), lastRunAt: moment.nullable(), lastState: z.string().nullable(), schedule: z.string() })),
  process: z.object({ memoryBytes: z.int(), eventLoopLagMs: z.number() }),
});

export const getSystemHealth = endpoint({
  id: 'admin.systemHealth',
  method: 'GET',
  path: '/admin/system/health',
  summary: 'Build, database, realtime, players, jobs and the last ledger audit.',
  auth: 'admin',
  scope: 'system.read',
  rateClass: 'admin',
  idempotency: 'none',
  status: 200,
  tag: 'admin',
  reply: systemHealth,
  errors: ['missing_scope', 'password_change_required'],
});
