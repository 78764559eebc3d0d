import { z } from 'zod';
import { adminListQuery, adminPage } from '../admin-list.ts';
import { endpoint } from '../endpoint.ts';
import { moment } from '../primitives.ts';

const OUTCOMES = ['success', 'denied', 'error'] as const;
const SEVERITIES = ['info', 'notice', 'warning', 'high'] as const;
const ACTOR_TYPES = ['anonymous', 'player', 'admin', 'system', 'service'] as const;

const auditRow = z.object({
  id: z.uuid(),
  at: moment,
  actorType: z.enum(ACTOR_TYPES),
  actorUserId: z.uuid().nullable(),
  /** As it is now; null for nobody, or an account that is gone. */
  actorName: z.string().nullable(),
  action: z.string(),
  resourceType: z.string().nullable(),
  resourceId: z.string().nullable(),
  outcome: z.enum(OUTCOMES),
  severity: z.enum(SEVERITIES),
  reason: z.string().nullable(),
  ip: z.string().nullable(),
  requestId: z.string().nullable(),
});

const record = z.record(z.string(), z.json()).nullable();

const auditDetail = auditRow.extend({
  sessionId: z.uuid().nullable(),
  userAgent: z.string().nullable(),
  method: z.string().nullable(),
  path: z.string().nullable(),
  statusCode: z.int().nullable(),
  durationMs: z.int().nullable(),
  before: record,
  after: record,
  details: z.record(z.string(), z.json()),
  /** Its link of the chain; null for the few seconds before it is sealed. */
  seal: z.object({ seq: z.int(), hash: z.string(), prevHash: z.string(), sealedAt: moment }).nullable(),
});

const read = {
  method: 'GET',
  auth: 'admin',
  scope: 'audit.read',
  rateClass: 'admin',
  idempotency: 'none',
  status: 200,
  tag: 'admin',
} as const;

const filters = {
  actorId: z.uuid().optional(),
  actorType: z.enum(ACTOR_TYPES).optional(),
  /** Whole or its beginning: `users` finds `users.suspend`. */
  action: z.string().trim().min(1).max(60).optional(),
  resourceType: z.string().trim().min(1).max(60).optional(),
  resourceId: z.string().trim().min(1).max(100).optional(),
  outcome: z.enum(OUTCOMES).optional(),
  severity: z.enum(SEVERITIES).optional(),
  since: moment.optional(),
  until: moment.optional(),
};

export const listAudit = endpoint({
  ...read,
  id: 'admin.listAudit',
  path: '/admin/audit',
  summary: 'The audit log, newest first; search looks through actions, reasons, names and ids.',
  query: adminListQuery(['at'], filters),
  reply: adminPage(auditRow),
  errors: ['missing_scope', 'bad_cursor'],
});

export const getAudit = endpoint({
  ...read,
  id: 'admin.getAudit',
  path: '/admin/audit/{id}',
  summary: 'One row of the audit log with before, after, and its link of the chain.',
  params: z.object({ id: z.uuid() }),
  reply: auditDetail,
  errors: ['missing_scope', 'not_found'],
});

export const verifyAudit = endpoint({
  ...read,
  id: 'admin.verifyAudit',
  path: '/admin/audit/verify',
  summary: 'Walk the whole chain and compare every row of the audit log with its link.',
  rateClass: 'heavy',
  reply: z.object({
    ok: z.boolean(),
    checkedAt: moment,
    checkedLinks: z.int(),
    expiredRows: z.int(),
    /** Written within the last minute and not sealed yet. */
    pendingRows: z.int(),
    firstSeq: z.int().nullable(),
    lastSeq: z.int().nullable(),
    headHash: z.string().nullable(),
    findings: z.array(
      z.object({
        kind: z.enum(['changed', 'removed', 'inserted', 'broken_link', 'missing_link']),
        seq: z.int().nullable(),
        auditId: z.uuid().nullable(),
      }),
    ),
  }),
  errors: ['missing_scope'],
});

export const exportAudit = endpoint({
  ...read,
  id: 'admin.exportAudit',
  path: '/admin/audit/export',
  summary:
    'Rows of the audit log with everything they hold and their seals, oldest first; noted in the log itself.',
  rateClass: 'heavy',
  query: z.strictObject({
    since: moment,
    until: moment.optional(),
    cursor: z.string().max(500).optional(),
    limit: z.coerce.number().int().min(1).max(1000).default(500),
  }),
  reply: z.object({ items: z.array(auditDetail), nextCursor: z.string().nullable() }),
  errors: ['missing_scope', 'bad_cursor'],
});
