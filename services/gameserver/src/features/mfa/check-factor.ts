import type { AnyStatement, Tx } from '@sw/db';
import type { Deps } from '../../deps.ts';
import { unseal } from '../../platform/seal.ts';
import { hashBackupCode, looksLikeBackupCode } from './backup-codes.ts';
import { lockCredential, takeBackupCode, takeStep } from './mfa.repository.ts';
import { stepOfCode } from './totp.ts';

/** An unconfirmed enrolment lives this long (rule book, platform 3.7). */
export const ENROLMENT_MS = 10 * 60_000;

/** What a code turned out to be: `writes` use it up and belong into the transaction it was shown for. */
export type FactorAnswer =
  | { readonly kind: 'right'; readonly method: 'otp' | 'backup'; readonly writes: readonly AnyStatement[] }
  | { readonly kind: 'wrong' };

export const secretContext = (userId: string): string => `mfa|${userId}`;

/**
 * Judges a code of an authenticator, or a backup code, under the lock of the user's second factor, so that each is
 * taken once. Wrong for whoever has none.
 */
export const checkFactor = async (
  deps: Deps,
  tx: Tx,
  userId: string,
  code: string,
  nowMs: number,
): Promise<FactorAnswer> => {
  const [credentials] = await tx.load(lockCredential(tx.sql, userId));
  const credential = credentials[0];
  if (credential === undefined || credential.confirmedAt === null) return { kind: 'wrong' };
  if (looksLikeBackupCode(code)) {
    const [taken] = await tx.load(takeBackupCode(tx.sql, userId, hashBackupCode(code), nowMs));
    return taken.length === 1 ? { kind: 'right', method: 'backup', writes: [] } : { kind: 'wrong' };
  }
  const secret = unseal(deps.keys.data, secretContext(userId), credential.secretEnc);
  const step = stepOfCode(secret, code, Number(credential.lastStep), nowMs);
  return step === null
    ? { kind: 'wrong' }
    : { kind: 'right', method: 'otp', writes: [takeStep(tx.sql, userId, step)] };
};
