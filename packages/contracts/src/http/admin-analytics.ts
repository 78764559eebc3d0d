import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { moment } from '../primitives.ts';
import { feedItem, liveStats } from '../socket/admin-events.ts';

/** What waits for somebody; `subject` is the job, the region or whatever it is about. */
export const attentionItem = z.object({
  kind: z.enum([
    'job_failed',
    'job_overdue',
    'job_paused',
    'ledger_mismatch',
    'trading_halted',
    'region_down',
    'maintenance',
  ]),
  severity: z.enum(['critical', 'high', 'notice']),
  subject: z.string().nullable(),
  at: moment.nullable(),
});

/** Everything the operations dashboard shows at a glance. A part whose source did not answer is null, never 0. */
export const operationsOverview = z.object({
  at: moment,
  live: liveStats.nullable(),
  players: z
    .object({
      registered: z.int(),
      newToday: z.int(),
      new7d: z.int(),
      activeToday: z.int(),
      active7d: z.int(),
    })
    .nullable(),
  database: z.object({ sizeBytes: z.int() }).nullable(),
  jobs: z.object({ lagS: z.int(), failed24h: z.int() }).nullable(),
  regions: z.object({ up: z.int(), total: z.int() }).nullable(),
  /** Credits made and destroyed in the last day, as far as it was measured. */
  credits: z.object({ created: z.int(), destroyed: z.int(), measuredS: z.int() }).nullable(),
  needs: z.array(attentionItem).nullable(),
});

/**
 * Series of the console by comma, at most twenty: `players.online`, `credits.created:trade_sell` for one reason of the
 * ledger, `credits.created:` for all of them.
 */
const metricNames = z
  .string()
  .max(600)
  .regex(/^[a-z][a-z0-9_.]{2,40}(?::[a-z0-9_]{0,40})?(?:,[a-z][a-z0-9_.]{2,40}(?::[a-z0-9_]{0,40})?){0,19}$/);

const read = {
  method: 'GET',
  auth: 'admin',
  scope: 'analytics.read',
  rateClass: 'admin',
  idempotency: 'none',
  status: 200,
  tag: 'admin',
} as const;

export const getOverview = endpoint({
  ...read,
  id: 'admin.analytics.overview',
  path: '/admin/analytics/overview',
  summary: 'What the operations dashboard shows now, and what waits for somebody.',
  reply: operationsOverview,
  errors: ['missing_scope', 'password_change_required'],
});

export const getSeries = endpoint({
  ...read,
  id: 'admin.analytics.series',
  path: '/admin/analytics/series',
  summary: 'Values of metrics over time, one a slot; a slot that was not measured is null.',
  query: z.strictObject({
    metrics: metricNames,
    range: z.enum(['24h', '7d', '30d']).default('24h'),
  }),
  reply: z.object({
    stepS: z.int(),
    slots: z.array(moment),
    series: z.array(z.object({ metric: z.string(), values: z.array(z.number().nullable()) })),
  }),
  errors: ['missing_scope', 'password_change_required'],
});

export const getActivity = endpoint({
  ...read,
  id: 'admin.analytics.realtime',
  path: '/admin/analytics/realtime',
  summary: 'The latest of what happened: credits, registrations, acts of operators.',
  reply: z.object({ items: z.array(feedItem) }),
  errors: ['missing_scope', 'password_change_required'],
});

export type OperationsOverview = z.output<typeof operationsOverview>;
export type AttentionItem = z.output<typeof attentionItem>;
export type SeriesReply = z.output<(typeof getSeries)['reply']>;
