import { z } from 'zod';
import { adminReason } from '../admin-list.ts';
import { endpoint } from '../endpoint.ts';
import { moment } from '../primitives.ts';

const base = { auth: 'admin', rateClass: 'admin', tag: 'admin' } as const;

const holder = z.object({
  userId: z.uuid(),
  username: z.string(),
  status: z.string(),
  lastLoginAt: moment.nullable(),
  grants: z.array(z.object({ scope: z.string(), grantedAt: moment, grantedBy: z.string().nullable() })),
});

export const getScopes = endpoint({
  ...base,
  id: 'admin.getScopes',
  method: 'GET',
  path: '/admin/scopes',
  summary: 'Every scope, and the roles that are bundles of them.',
  scope: 'audit.read',
  idempotency: 'none',
  status: 200,
  reply: z.object({
    scopes: z.array(z.string()),
    roles: z.array(z.object({ role: z.string(), scopes: z.array(z.string()) })),
  }),
  errors: ['missing_scope'],
});

export const listAdmins = endpoint({
  ...base,
  id: 'admin.listAdmins',
  method: 'GET',
  path: '/admin/admins',
  summary: 'Everybody who holds a scope, with who gave it and when.',
  scope: 'audit.read',
  idempotency: 'none',
  status: 200,
  reply: z.object({ items: z.array(holder) }),
  errors: ['missing_scope'],
});

const change = {
  ...base,
  stepUp: true,
  idempotency: 'none',
  status: 200,
  body: z.strictObject({ reason: adminReason }),
  reply: holder,
  errors: ['missing_scope', 'step_up_required', 'not_found', 'forbidden', 'last_holder', 'invalid_state'],
} as const;
const ofScope = z.object({ userId: z.uuid(), scope: z.string().max(40) });
const ofRole = z.object({ userId: z.uuid(), role: z.string().max(40) });

export const grantScope = endpoint({
  ...change,
  id: 'admin.grantScope',
  method: 'PUT',
  path: '/admin/admins/{userId}/scopes/{scope}',
  summary: 'Give a scope the caller holds himself to somebody else.',
  scope: 'scopes.grant',
  params: ofScope,
});

export const revokeScope = endpoint({
  ...change,
  id: 'admin.revokeScope',
  method: 'DELETE',
  path: '/admin/admins/{userId}/scopes/{scope}',
  summary: 'Take a scope away; the last holder of the scopes that make admins keeps them.',
  scope: 'scopes.revoke',
  params: ofScope,
});

export const grantRole = endpoint({
  ...change,
  id: 'admin.grantRole',
  method: 'PUT',
  path: '/admin/admins/{userId}/roles/{role}',
  summary: 'Give every scope of a role; the caller must hold them all.',
  scope: 'scopes.grant',
  params: ofRole,
});
