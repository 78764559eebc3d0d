import type { AnyStatement, Tx } from '@sw/db';
import { insertAuditRow } from '../../audit/audit-row.ts';
import { lockReturning, welcomeBack } from '../player/index.ts';
import { keepAccount } from './account.repository.ts';
import type { Audience, AuthParts, RequestTrace } from './auth-parts.ts';
import type { IssuedSession } from './issue-session.ts';
import { freshSession, toIssued } from './issue-session.ts';
import type { Strength } from './session.repository.ts';
import type { UserRow } from './user.repository.ts';
import { insertPlayerStub, updateLastLogin } from './user.repository.ts';

/** What a session is opened for, once its owner has proved who he is. */
export interface Opening {
  readonly audience: Audience;
  /** Read under the lock of its row. */
  readonly user: UserRow;
  readonly strength: Strength;
  /** For the metrics and the trail: `password`, `mfa`, or the provider that vouched. */
  readonly method: string;
  /** Statements of the proof itself. */
  readonly writes: readonly AnyStatement[];
}

/** Opens a session and commits it together with what proved it. */
export const openSession = async (
  parts: AuthParts,
  tx: Tx,
  opening: Opening,
  trace: RequestTrace,
): Promise<IssuedSession> => {
  const { deps } = parts;
  const { sql } = tx;
  const { audience, user, strength } = opening;
  const [returning] = await tx.load(lockReturning(sql, user.id, trace.nowMs));
  const playerId = user.playerId ?? deps.newId();
  const session = freshSession(deps, sql, { userId: user.id, audience, strength }, trace);
  await tx.commit(
    ...opening.writes,
    ...session.statements,
    // An operator's account has no persona until he first signs in to the game.
    ...(audience === 'player' && user.playerId === null
      ? [insertPlayerStub(sql, { id: playerId, userId: user.id, nowMs: trace.nowMs, isDemo: false })]
      : []),
    ...(audience === 'player' ? welcomeBack(sql, returning, trace.nowMs) : []),
    updateLastLogin(sql, user.id, trace.nowMs),
    // Whoever signs in wants to keep his account.
    keepAccount(sql, user.id),
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
      details: { method: opening.method },
    }),
  );
  deps.metrics.auth.logins.inc({ outcome: 'success', method: opening.method });
  return toIssued(parts, user, { id: session.id, audience, playerId, strength }, session.token, trace.nowMs);
};
