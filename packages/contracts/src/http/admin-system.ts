import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { moment } from '../primitives.ts';

/**
 * Everything the status page of the console shows. A part whose source did not answer is null and never 0;
 * the page says so where the part would stand.
 */
export const systemHealth = z.object({
  serverTime: moment,
  environment: z.enum(['development', 'test', 'production']),
  build: z.object({ version: z.string(), commit: z.string(), builtAt: z.string(), node: z.string() }),
  uptimeS: z.int(),
  status: z.enum(['ok', 'degraded']),
  process: z.object({ memoryBytes: z.int(), eventLoopLagMs: z.number() }),
  database: z
    .object({
      version: z.string(),
      sizeBytes: z.int(),
      poolSize: z.int(),
      poolInUse: z.int(),
      embedded: z.boolean(),
      latencyMs: z.number(),
      migrations: z.int(),
    })
    .nullable(),
  realtime: z
    .object({
      /** Sockets and players of the whole fleet. */
      sockets: z.int(),
      playersOnline: z.int(),
      processes: z.int(),
      /** Events of the last minute that are kept for other processes. */
      outboxRows: z.int(),
    })
    .nullable(),
  players: z.object({ registered: z.int(), completedFirstLogin: z.int(), activeToday: z.int() }).nullable(),
  galaxy: z
    .array(
      z.object({
        region: z.string(),
        title: z.string(),
        sectors: z.int(),
        stations: z.int(),
        status: z.string(),
        players: z.int(),
      }),
    )
    .nullable(),
  ledger: z
    .object({
      /** Trading is halted until an operator has looked at a mismatch. */
      isTradingHalted: z.boolean(),
      /** Null before the first audit. */
      lastAudit: z
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
    })
    .nullable(),
  jobs: z
    .array(
      z.object({
        name: z.string(),
        schedule: z.string(),
        lastRunAt: moment.nullable(),
        lastState: z.string().nullable(),
      }),
    )
    .nullable(),
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

export const getDevMails = endpoint({
  id: 'dev.mails',
  method: 'GET',
  path: '/dev/mails',
  summary: 'The newest mails of a developer’s machine; elsewhere there is no such thing.',
  auth: 'admin',
  scope: 'users.read',
  rateClass: 'admin',
  idempotency: 'none',
  status: 200,
  tag: 'admin',
  reply: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        at: moment,
        to: z.string(),
        kind: z.string(),
        /** Null once sent: what was in it is forgotten. */
        subject: z.string().nullable(),
        text: z.string().nullable(),
      }),
    ),
  }),
  errors: ['missing_scope', 'not_found'],
});
