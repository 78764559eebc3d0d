import { z } from 'zod';
import { adminListQuery, adminPage, adminReason } from '../admin-list.ts';
import { endpoint } from '../endpoint.ts';
import { moment } from '../primitives.ts';

/** What is watched for (rule book, platform 4), as far as there is a source for it. */
export const ALERT_KINDS = [
  'refresh_reuse',
  'spray',
  'admin_new_ip',
  'scope_denied_burst',
  'bulk_admin_change',
] as const;
export const ALERT_STATES = ['open', 'ack', 'resolved'] as const;
const SEVERITIES = ['low', 'medium', 'high', 'critical'] as const;

const alert = z.object({
  id: z.uuid(),
  kind: z.enum(ALERT_KINDS),
  severity: z.enum(SEVERITIES),
  state: z.enum(ALERT_STATES),
  /** An account by name, or an address. */
  subject: z.string(),
  subjectUserId: z.uuid().nullable(),
  /** How often it was seen while open. */
  count: z.int(),
  createdAt: moment,
  lastAt: moment,
  assignedTo: z.string().nullable(),
  /** The row of the audit log that raised it last. */
  auditId: z.uuid(),
  version: z.int(),
});

const block = z.object({
  id: z.uuid(),
  cidr: z.string(),
  reason: z.string(),
  createdBy: z.string().nullable(),
  createdAt: moment,
  expiresAt: moment,
  liftedAt: moment.nullable(),
});

const base = { auth: 'admin', rateClass: 'admin', tag: 'admin' } as const;
const read = { ...base, method: 'GET', scope: 'security.read', idempotency: 'none', status: 200 } as const;
const act = { ...base, scope: 'security.act', stepUp: true, idempotency: 'accepted' } as const;

export const listAlerts = endpoint({
  ...read,
  id: 'admin.listAlerts',
  path: '/admin/security/alerts',
  summary: 'Security alerts, the latest first.',
  query: adminListQuery(['lastAt'], {
    state: z.enum(ALERT_STATES).optional(),
    kind: z.enum(ALERT_KINDS).optional(),
    severity: z.enum(SEVERITIES).optional(),
  }),
  reply: adminPage(alert),
  errors: ['missing_scope', 'bad_cursor'],
});

export const updateAlert = endpoint({
  ...base,
  scope: 'security.act',
  idempotency: 'accepted',
  id: 'admin.updateAlert',
  method: 'PATCH',
  path: '/admin/security/alerts/{id}',
  summary: 'Take an alert on, resolve it, or open it again.',
  params: z.object({ id: z.uuid() }),
  body: z.strictObject({ state: z.enum(ALERT_STATES) }),
  status: 200,
  reply: alert,
  errors: ['missing_scope', 'not_found', 'precondition_failed'],
});

export const listBlocks = endpoint({
  ...read,
  id: 'admin.listBlocks',
  path: '/admin/security/blocks',
  summary: 'Blocked addresses and networks, those that hold first.',
  query: adminListQuery(['createdAt'], { state: z.enum(['active', 'over']).optional() }),
  reply: adminPage(block),
  errors: ['missing_scope', 'bad_cursor'],
});

export const createBlock = endpoint({
  ...act,
  id: 'admin.createBlock',
  method: 'POST',
  path: '/admin/security/blocks',
  summary: 'Refuse every request of an address or network until a moment; never the own one.',
  body: z.strictObject({
    cidr: z.string().trim().min(3).max(50),
    hours: z.int().min(1).max(720),
    reason: adminReason,
  }),
  status: 201,
  reply: block,
  errors: ['missing_scope', 'step_up_required', 'own_address', 'already_exists'],
});

export const liftBlock = endpoint({
  ...act,
  id: 'admin.liftBlock',
  method: 'DELETE',
  path: '/admin/security/blocks/{id}',
  summary: 'Lift a block before its time.',
  params: z.object({ id: z.uuid() }),
  status: 200,
  reply: block,
  errors: ['missing_scope', 'step_up_required', 'not_found'],
});
