import { AppError } from '@sw/service-kit';
import { isBlocked } from './account.policy.ts';
import type { Audience, AuthParts, RequestTrace } from './auth-parts.ts';
import type { IssuedSession } from './issue-session.ts';
import type { Credentials, LoginAttempt } from './login-attempt.service.ts';
import {
  auditDenied,
  beginAttempt,
  cancelAttempt,
  lockAttempt,
  returnStatements,
} from './login-attempt.service.ts';
import type { MfaChallenge } from './mfa-sign-in.service.ts';
import { challengeOf } from './mfa-sign-in.service.ts';
import { openSession } from './open-session.ts';
import { BY_PASSWORD } from './session.repository.ts';
import type { UserRow } from './user.repository.ts';
import { lockUser, updatePasswordHash } from './user.repository.ts';

/**
 * Signs a user in with his password; where he has a second factor the answer is a challenge. Every cause of failure
 * answers alike and takes alike: an unknown login is checked against a dummy hash, and an account is called suspended
 * only to whoever has its password (rule book, platform 3.4).
 */
export const signIn = async (
  parts: AuthParts,
  audience: Audience,
  credentials: Credentials,
  trace: RequestTrace,
): Promise<IssuedSession | MfaChallenge> => {
  const attempt = await beginAttempt(parts, credentials, trace);
  const proof = await prove(parts, attempt, credentials.password);
  const { user } = attempt;
  const mayTry = audience === 'player' || user?.isAdmin === true;
  if (!proof.isRight || user === undefined || !mayTry) {
    await parts.deps.db.write((sql) => [auditDenied(parts, sql, user, trace, 'credentials')]);
    throw refused(parts, 'invalid_credentials');
  }
  return proceed(parts, { audience, user, attempt, newHash: proof.newHash }, trace);
};

interface Proof {
  readonly isRight: boolean;
  /** A hash with today's parameters, when the stored one has others. */
  readonly newHash: string | null;
}

const prove = async (parts: AuthParts, attempt: LoginAttempt, password: string): Promise<Proof> => {
  const stored = attempt.user?.passwordHash ?? null;
  try {
    const isRight = await parts.hasher.verify(stored, password);
    const isOld = isRight && stored !== null && parts.hasher.needsRehash(stored);
    return { isRight, newHash: isOld ? await parts.hasher.hash(password) : null };
  } catch (error) {
    await cancelAttempt(parts, attempt);
    throw error;
  }
};

interface Proven {
  readonly audience: Audience;
  readonly user: UserRow;
  readonly attempt: LoginAttempt;
  readonly newHash: string | null;
}

/** The password was right: opens the session, or asks for the code that is still due. */
const proceed = (
  parts: AuthParts,
  proven: Proven,
  trace: RequestTrace,
): Promise<IssuedSession | MfaChallenge> =>
  parts.deps.db.command(async (tx) => {
    const { sql } = tx;
    const { audience, attempt } = proven;
    const [users, rows] = await tx.load(lockUser(sql, proven.user.id), lockAttempt(sql, attempt));
    const user = users[0];
    // Changed while the old password was being checked: what was proved is no longer true.
    if (user === undefined || user.passwordHash !== proven.user.passwordHash) {
      throw refused(parts, 'invalid_credentials');
    }
    const returned = returnStatements(parts, sql, attempt, rows, trace.nowMs);
    if (isBlocked(user, trace.nowMs)) {
      await tx.commit(...returned, auditDenied(parts, sql, user, trace, user.status));
      throw refused(parts, 'account_suspended');
    }
    const writes = [
      ...returned,
      ...(proven.newHash === null ? [] : [updatePasswordHash(sql, user.id, proven.newHash)]),
    ];
    if (!user.hasSecondFactor) {
      return openSession(
        parts,
        tx,
        { audience, user, strength: BY_PASSWORD, method: 'password', writes },
        trace,
      );
    }
    const { challenge, statement } = challengeOf(
      parts,
      sql,
      { userId: user.id, audience, amr: 'pwd' },
      trace.nowMs,
    );
    await tx.commit(...writes, statement);
    return challenge;
  });

const refused = (parts: AuthParts, code: 'invalid_credentials' | 'account_suspended'): AppError => {
  const outcome = code === 'account_suspended' ? 'suspended' : 'failed';
  parts.deps.metrics.auth.logins.inc({ outcome, method: 'password' });
  return new AppError(code);
};
