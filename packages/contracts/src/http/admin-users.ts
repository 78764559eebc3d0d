import { z } from 'zod';
import { adminListQuery, adminPage, adminReason } from '../admin-list.ts';
import { endpoint } from '../endpoint.ts';
import { moment } from '../primitives.ts';

const STATUSES = ['active', 'suspended', 'banned', 'deleted'] as const;

const userRow = z.object({
  id: z.uuid(),
  username: z.string(),
  /** `m•••@example.org`; the whole address is asked for apart, and that is audited. */
  emailMasked: z.string().nullable(),
  status: z.enum(STATUSES),
  suspendedUntil: moment.nullable(),
  isAdmin: z.boolean(),
  callsign: z.string().nullable(),
  createdAt: moment,
  lastLoginAt: moment.nullable(),
});

export const userDetail = userRow.extend({
  version: z.int(),
  statusReason: z.string().nullable(),
  emailVerified: z.boolean(),
  mustChangePassword: z.boolean(),
  playerId: z.uuid().nullable(),
  scopes: z.array(z.string()),
  sessions: z.array(
    z.object({
      id: z.uuid(),
      audience: z.enum(['player', 'admin']),
      createdAt: moment,
      lastSeenAt: moment,
      ip: z.string(),
      userAgent: z.string(),
    }),
  ),
  /** The last sign-ins and attempts, newest first. */
  logins: z.array(
    z.object({
      id: z.uuid(),
      at: moment,
      outcome: z.enum(['success', 'denied', 'error']),
      ip: z.string().nullable(),
    }),
  ),
});

const base = { auth: 'admin', rateClass: 'admin', tag: 'admin' } as const;
const read = { ...base, method: 'GET', scope: 'users.read', idempotency: 'none', status: 200 } as const;
const write = {
  ...base,
  method: 'POST',
  scope: 'users.write',
  stepUp: true,
  idempotency: 'accepted',
} as const;
const act = {
  ...write,
  status: 200,
  params: z.object({ id: z.uuid() }),
  reply: userDetail,
  errors: [
    'missing_scope',
    'step_up_required',
    'not_found',
    'forbidden',
    'invalid_state',
    'precondition_failed',
  ],
} as const;
const because = z.strictObject({ reason: adminReason });

export const listUsers = endpoint({
  ...read,
  id: 'admin.listUsers',
  path: '/admin/users',
  summary: 'Accounts by state, role and name; a whole e-mail address finds its account.',
  query: adminListQuery(['createdAt', 'username', 'lastLoginAt'], {
    status: z.enum(STATUSES).optional(),
    role: z.enum(['admin', 'player']).optional(),
  }),
  reply: adminPage(userRow),
  errors: ['missing_scope', 'bad_cursor'],
});

export const getUser = endpoint({
  ...read,
  id: 'admin.getUser',
  path: '/admin/users/{id}',
  summary: 'One account with its sessions, scopes and last sign-ins.',
  params: z.object({ id: z.uuid() }),
  reply: userDetail,
  errors: ['missing_scope', 'not_found'],
});

export const revealEmail = endpoint({
  ...base,
  id: 'admin.revealEmail',
  method: 'POST',
  scope: 'users.read',
  idempotency: 'accepted',
  status: 200,
  path: '/admin/users/{id}/email',
  summary: 'The e-mail address of an account; that it was looked at is audited.',
  params: z.object({ id: z.uuid() }),
  reply: z.object({ email: z.string().nullable() }),
  errors: ['missing_scope', 'not_found'],
});

export const createUser = endpoint({
  ...write,
  id: 'admin.createUser',
  path: '/admin/users',
  summary: 'Make an account with a generated password, shown this once.',
  status: 201,
  body: z.strictObject({
    username: z.string().regex(/^[A-Za-z0-9_-]{3,20}$/),
    email: z.email().max(254).optional(),
    reason: adminReason,
  }),
  reply: z.object({ user: userDetail, password: z.string() }),
  errors: ['missing_scope', 'step_up_required', 'already_exists', 'dependency_unavailable'],
});

export const suspendUser = endpoint({
  ...act,
  id: 'admin.suspendUser',
  path: '/admin/users/{id}/suspend',
  summary: 'Keep an account out until a moment; every session and socket of it ends.',
  body: z.strictObject({ until: moment, reason: adminReason }),
});

export const banUser = endpoint({
  ...act,
  id: 'admin.banUser',
  path: '/admin/users/{id}/ban',
  summary: 'Keep an account out for good; every session and socket of it ends.',
  body: because,
});

export const restoreUser = endpoint({
  ...act,
  id: 'admin.restoreUser',
  path: '/admin/users/{id}/restore',
  summary: 'Let a suspended or banned account in again.',
  body: because,
});

export const resetPassword = endpoint({
  ...act,
  id: 'admin.resetPassword',
  path: '/admin/users/{id}/password-reset',
  summary: 'Give an account a generated password, shown this once; it must be changed at the next sign-in.',
  body: because,
  reply: z.object({ user: userDetail, password: z.string() }),
  errors: [...act.errors, 'dependency_unavailable'],
});

export const revokeUserSessions = endpoint({
  ...act,
  id: 'admin.revokeUserSessions',
  path: '/admin/users/{id}/sessions/revoke',
  summary: 'Sign an account out everywhere.',
  body: because,
});

export const deleteUser = endpoint({
  ...act,
  id: 'admin.deleteUser',
  method: 'DELETE',
  path: '/admin/users/{id}',
  summary: 'End an account for good: name, address and password are gone, what it did stays.',
  body: because,
});
