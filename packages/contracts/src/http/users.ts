import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, moment } from '../primitives.ts';

const act = {
  auth: 'user',
  rateClass: 'action',
  idempotency: 'none',
  status: 200,
  tag: 'auth',
} as const;

/** A secret out of a mail. */
const token = z.strictObject({ token: z.string().min(20).max(100) });
const accepted = z.object({ accepted: z.literal(true) });

export const requestPasswordReset = endpoint({
  ...act,
  id: 'auth.requestPasswordReset',
  method: 'POST',
  path: '/auth/password-resets',
  summary: 'Mail a link for a new password to a verified address; the answer is the same for every address.',
  auth: 'public',
  status: 202,
  body: z.strictObject({ email: z.email().max(254) }),
  reply: accepted,
  errors: [],
});

export const resetPassword = endpoint({
  ...act,
  id: 'auth.resetPassword',
  method: 'PUT',
  path: '/auth/password-resets/{token}',
  summary: 'Choose a new password by the link of a mail; every session ends.',
  auth: 'public',
  status: 204,
  params: token,
  body: z.strictObject({ password: z.string().max(256) }),
  errors: ['expired', 'dependency_unavailable'],
});

export const requestEmailVerification = endpoint({
  ...act,
  id: 'auth.requestEmailVerification',
  method: 'POST',
  path: '/auth/email-verifications',
  summary: 'Mail the link that verifies one’s address again.',
  status: 202,
  reply: accepted,
  errors: ['invalid_state'],
});

export const verifyEmail = endpoint({
  ...act,
  id: 'auth.verifyEmail',
  method: 'PUT',
  path: '/auth/email-verifications/{token}',
  summary: 'Verify an address, or one side of its change, by the link of a mail.',
  auth: 'public',
  params: token,
  reply: z.object({
    /** `verified`: done; `other_pending`: the other address of a change has to confirm too. */
    state: z.enum(['verified', 'other_pending']),
  }),
  errors: ['expired', 'already_exists'],
});

export const getAccount = endpoint({
  ...act,
  id: 'users.me',
  method: 'GET',
  path: '/users/me',
  summary: 'One’s own account.',
  rateClass: 'read',
  reply: z.object({
    id,
    username: z.string(),
    email: z.string().nullable(),
    emailVerified: z.boolean(),
    /** An address both sides have to confirm. */
    pendingEmail: z.string().nullable(),
    locale: z.string(),
    createdAt: moment,
    hasPassword: z.boolean(),
    /** Null unless the account is to be deleted then. */
    deletionAt: moment.nullable(),
  }),
  errors: [],
});

export const patchAccount = endpoint({
  ...act,
  id: 'users.patchMe',
  method: 'PATCH',
  path: '/users/me',
  summary: 'Change the language or, freshly proved, the address; a verified address is changed by both.',
  status: 204,
  body: z.strictObject({
    locale: z.string().min(2).max(35).optional(),
    email: z.email().max(254).optional(),
  }),
  errors: ['step_up_required'],
});

export const deleteAccount = endpoint({
  ...act,
  id: 'users.deleteMe',
  method: 'DELETE',
  path: '/users/me',
  summary: 'Delete the account in 14 days; signing in before then keeps it.',
  status: 204,
  stepUp: true,
  errors: ['step_up_required', 'invalid_state'],
});

export const exportAccount = endpoint({
  ...act,
  id: 'users.exportMe',
  method: 'GET',
  path: '/users/me/export',
  summary: 'Everything kept about one’s account and persona, once a day.',
  rateClass: 'heavy',
  reply: z.record(z.string(), z.unknown()),
  errors: ['rate_limited'],
});
