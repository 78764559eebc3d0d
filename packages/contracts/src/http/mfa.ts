import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { moment } from '../primitives.ts';
import { delivery, signedIn } from './auth.ts';

/** Six digits of an authenticator, or a backup code, as somebody types it. */
const code = z.string().min(6).max(20);

const act = {
  method: 'POST',
  auth: 'user',
  rateClass: 'action',
  idempotency: 'none',
  status: 200,
  tag: 'auth',
} as const;

const backupCodes = z.object({
  /** Shown this once; only their hashes are kept. */
  backupCodes: z.array(z.string()),
});

export const getMfa = endpoint({
  ...act,
  id: 'auth.mfa',
  method: 'GET',
  path: '/auth/mfa',
  summary: 'Whether the account has a second factor, and how many backup codes are left.',
  rateClass: 'read',
  reply: z.object({
    enabled: z.boolean(),
    confirmedAt: moment.nullable(),
    backupCodesLeft: z.int(),
    /** The server lets no operator without one into the console. */
    required: z.boolean(),
  }),
  errors: [],
});

export const setUpMfa = endpoint({
  ...act,
  id: 'auth.mfaSetup',
  path: '/auth/mfa/setup',
  summary: 'Begin to enrol an authenticator; confirm within ten minutes.',
  stepUp: true,
  status: 201,
  reply: z.object({ secret: z.string(), otpauthUri: z.string() }),
  errors: ['invalid_state', 'step_up_required'],
});

export const confirmMfa = endpoint({
  ...act,
  id: 'auth.mfaConfirm',
  path: '/auth/mfa/confirm',
  summary: 'Prove the authenticator by a code; every other session ends.',
  body: z.strictObject({ code }),
  reply: backupCodes,
  errors: ['invalid_state', 'invalid_credentials', 'login_throttled', 'expired'],
});

const verify = {
  ...act,
  auth: 'public',
  body: z.strictObject({ mfaToken: z.string().min(1).max(200), code, delivery }),
  reply: signedIn,
  errors: ['expired', 'invalid_credentials', 'login_throttled', 'account_suspended'],
} as const;

export const verifyMfa = endpoint({
  ...verify,
  id: 'auth.mfaVerify',
  path: '/auth/mfa/verify',
  summary: 'Complete a sign-in by a code of the authenticator or a backup code.',
});

export const adminVerifyMfa = endpoint({
  ...verify,
  id: 'admin.auth.mfaVerify',
  path: '/admin/auth/mfa/verify',
  summary: 'Complete a sign-in to the console by a code.',
});

export const renewBackupCodes = endpoint({
  ...act,
  id: 'auth.mfaBackupCodes',
  path: '/auth/mfa/backup-codes',
  summary: 'Replace every backup code.',
  body: z.strictObject({ code }),
  reply: backupCodes,
  errors: ['invalid_state', 'invalid_credentials', 'login_throttled'],
});

export const disableMfa = endpoint({
  ...act,
  id: 'auth.mfaDisable',
  path: '/auth/mfa/disable',
  summary: 'Take the second factor away, proved by password and code.',
  status: 204,
  body: z.strictObject({ password: z.string().min(1).max(128).optional(), code }),
  errors: ['invalid_state', 'invalid_credentials', 'login_throttled', 'dependency_unavailable'],
});
