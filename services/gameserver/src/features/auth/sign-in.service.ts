import type { AnyStatement, Sql } from '@sw/db';
import { AppError } from '@sw/service-kit';
import { insertAuditRow } from '../../audit/audit-row.ts';
import { lockReturning, welcomeBack } from '../player/index.ts';
import { isBlocked } from './account.policy.ts';
import type { Audience, AuthParts, RequestTrace } from './auth-parts.ts';
import type { IssuedSession } from './issue-session.ts';
import { freshSession, toIssued } from './issue-session.ts';
import type { Credentials, LoginAttempt } from './login-attempt.service.ts';
import {
  auditDenied,
  beginAttempt,
  cancelAttempt,
  lockAttempt,
  returnStatements,
} from './login-attempt.service.ts';
import { BY_PASSWORD } from './session.repository.ts';
import type { UserRow } from './user.repository.ts';
import { insertPlayerStub, lockUser, updateLastLogin, updatePasswordHash } from './user.repository.ts';

/**
 * Signs a user in with his password. Every cause of failure answers alike and takes alike: an unknown
 * login is checked against a dummy hash, and an account is called suspended only to whoever has its
 * password (rule book, platform 3.4).
 */
export const signIn = async (
  parts: AuthParts,
  audience: Audience,
  credentials: Credentials,
  trace: RequestTrace,
): Promise<IssuedSession> => {
  const attempt = await beginAttempt(parts, credentials, trace);
  const proof = await prove(parts, attempt, credentials.password);
  const { user } = attempt;
  const mayTry = audience === 'player' || user?.isAdmin === true;
  if (!proof.isRight || user === undefined || !mayTry) {
    await parts.deps.db.write((sql) => [auditDenied(parts, sql, user, trace, 'credentials')]);
    throw refused(parts, 'invalid_credentials');
  }
  return openSession(parts, { audience, user, attempt, newHash: proof.newHash }, trace);
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

const openSession = async (parts: AuthParts, proven: Proven, trace: RequestTrace): Promise<IssuedSession> => {
  const { deps } = parts;
  const { audience, attempt } = proven;
  const playerId = proven.user.playerId ?? deps.newId();
  return deps.db.command(async (tx) => {
    const { sql } = tx;
    const [users, rows, returning] = await tx.load(
      lockUser(sql, proven.user.id),
      lockAttempt(sql, attempt),
      lockReturning(sql, proven.user.id, trace.nowMs),
    );
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
    const session = freshSession(deps, sql, { userId: user.id, audience, strength: BY_PASSWORD }, trace);
    await tx.commit(
      ...returned,
      ...session.statements,
      ...personaStatements(sql, audience, user, playerId, trace.nowMs),
      ...(audience === 'player' ? welcomeBack(sql, returning, trace.nowMs) : []),
      ...(proven.newHash === null ? [] : [updatePasswordHash(sql, user.id, proven.newHash)]),
      updateLastLogin(sql, user.id, trace.nowMs),
      insertAuditRow(deps, sql, {
        ...trace,
        actorType: audience,
        actorUserId: user.id,
        sessionId: session.id,
        action: 'auth.login',
        resourceType: 'session',
        resourceId: session.id,
        outcome: 'success',
        severity: audience === 'admin' ? 'notice' : 'info',
      }),
    );
    deps.metrics.auth.logins.inc({ outcome: 'success', method: 'password' });
    const opened = { id: session.id, audience, playerId, strength: BY_PASSWORD };
    return toIssued(parts, user, opened, session.token, trace.nowMs);
  });
};

/** An operator's account has no persona until he first signs in to the game. */
const personaStatements = (
  sql: Sql,
  audience: Audience,
  user: UserRow,
  playerId: string,
  nowMs: number,
): readonly AnyStatement[] =>
  audience === 'player' && user.playerId === null
    ? [insertPlayerStub(sql, { id: playerId, userId: user.id, nowMs, isDemo: false })]
    : [];

const refused = (parts: AuthParts, code: 'invalid_credentials' | 'account_suspended'): AppError => {
  const outcome = code === 'account_suspended' ? 'suspended' : 'failed';
  parts.deps.metrics.auth.logins.inc({ outcome, method: 'password' });
  return new AppError(code);
};
