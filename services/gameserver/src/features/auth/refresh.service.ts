import type { Tx } from '@sw/db';
import { AppError } from '@sw/service-kit';
import { insertAuditRow } from '../../audit/audit-row.ts';
import { hashToken } from '../../platform/secret-token.ts';
import { sessionRevoked } from '../../realtime/outbox.ts';
import { saveAndTell } from '../../realtime/save-and-tell.ts';
import { lockReturning, welcomeBack } from '../player/index.ts';
import { isBlocked } from './account.policy.ts';
import type { Audience, AuthParts, RequestTrace } from './auth-parts.ts';
import { findAccount } from './email.repository.ts';
import type { IssuedSession } from './issue-session.ts';
import { freshToken, toIssued } from './issue-session.ts';
import { noticeTo } from './notice.ts';
import type { RefreshFacts } from './refresh.policy.ts';
import { decideRefresh } from './refresh.policy.ts';
import type { TokenRow } from './refresh-token.repository.ts';
import {
  findToken,
  lockSuccessor,
  lockToken,
  markReissued,
  markUsed,
  voidToken,
} from './refresh-token.repository.ts';
import { revokeOwnSession, updateLastSeen } from './session.repository.ts';
import { findUser } from './user.repository.ts';

/**
 * Exchanges a refresh token for the next pair (rule book, platform 3.3). The row lock on the token lets one
 * of parallel calls win; what the others see is decided by `decideRefresh`. A token of one audience is
 * unknown to the other.
 */
export const refreshSession = async (
  parts: AuthParts,
  audience: Audience,
  token: string,
  trace: RequestTrace,
): Promise<IssuedSession> => {
  const hash = hashToken(token);
  return parts.deps.db.command(async (tx) => {
    const [, , rows] = await tx.load(
      lockToken(tx.sql, hash),
      lockSuccessor(tx.sql, hash),
      findToken(tx.sql, hash),
    );
    const row = rows[0];
    if (row === undefined || row.audience !== audience) throw new AppError('unauthenticated');
    const decision = decideRefresh(toFacts(row, trace.nowMs), trace.nowMs);
    switch (decision.kind) {
      case 'rotate':
      case 'reissue':
        return issueNext(parts, tx, row, decision.kind, trace);
      case 'in_flight':
        throw new AppError('refresh_in_flight', {}, { retryAfterS: decision.retryAfterS });
      case 'expired':
        throw new AppError('token_expired');
      case 'revoked':
        throw new AppError('session_revoked');
      case 'reuse':
        await endReusedSession(parts, tx, row, trace);
        throw new AppError('session_revoked');
    }
  });
};

const issueNext = async (
  parts: AuthParts,
  tx: Tx,
  row: TokenRow,
  kind: 'rotate' | 'reissue',
  trace: RequestTrace,
): Promise<IssuedSession> => {
  const { deps } = parts;
  const { sql } = tx;
  const [users, returning] = await tx.load(
    findUser(sql, row.userId),
    lockReturning(sql, row.userId, trace.nowMs),
  );
  const user = users[0];
  if (user === undefined) throw new AppError('session_revoked');
  const session = { id: row.sessionId, audience: row.audience, expiresAtMs: row.sessionExpiresAt.getTime() };
  const next = freshToken(deps, sql, session, trace.nowMs);
  const retire =
    kind === 'rotate'
      ? [markUsed(sql, row.id, next.id, trace.nowMs)]
      : [
          markReissued(sql, row.id, next.id, trace.nowMs),
          ...(row.successorId === null ? [] : [voidToken(sql, row.successorId, trace.nowMs)]),
        ];
  await tx.commit(
    next.statement,
    ...retire,
    ...(row.audience === 'player' ? welcomeBack(sql, returning, trace.nowMs) : []),
    updateLastSeen(sql, row.sessionId, trace.nowMs),
    insertAuditRow(deps, sql, {
      ...trace,
      actorType: row.audience,
      actorUserId: row.userId,
      sessionId: row.sessionId,
      action: kind === 'rotate' ? 'auth.refresh' : 'auth.refresh_reissue',
      resourceType: 'session',
      resourceId: row.sessionId,
      outcome: 'success',
      severity: kind === 'rotate' ? 'info' : 'notice',
    }),
  );
  const strength = { amr: row.amr, mfaAtMs: row.mfaAt?.getTime() ?? null };
  return toIssued(parts, user, { ...session, playerId: user.playerId, strength }, next, trace.nowMs);
};

/** A token shown twice is in two hands: the session ends for both (case 4). */
const endReusedSession = async (
  parts: AuthParts,
  tx: Tx,
  row: TokenRow,
  trace: RequestTrace,
): Promise<void> => {
  const { deps } = parts;
  const reason = 'refresh_reuse';
  const [accounts] = await tx.load(findAccount(tx.sql, row.userId));
  const notices = noticeTo(deps, tx.sql, accounts[0], 'session_reused', trace.nowMs);
  await saveAndTell(
    deps,
    tx,
    trace.nowMs,
    [
      revokeOwnSession(
        tx.sql,
        { id: row.sessionId, userId: row.userId, audience: row.audience },
        reason,
        trace.nowMs,
      ),
      ...notices,
      insertAuditRow(deps, tx.sql, {
        ...trace,
        actorType: 'anonymous',
        actorUserId: null,
        sessionId: row.sessionId,
        action: 'auth.refresh_reuse',
        resourceType: 'user',
        resourceId: row.userId,
        outcome: 'denied',
        severity: 'high',
      }),
    ],
    [sessionRevoked(row.sessionId, reason)],
  );
  parts.gate.forget(row.sessionId);
  deps.metrics.auth.refreshReuse.inc();
};

const toFacts = (row: TokenRow, nowMs: number): RefreshFacts => ({
  expiresAtMs: row.expiresAt.getTime(),
  usedAtMs: row.usedAt?.getTime() ?? null,
  reissuedAtMs: row.reissuedAt?.getTime() ?? null,
  voidedAtMs: row.voidedAt?.getTime() ?? null,
  successor:
    row.successorId === null
      ? null
      : {
          usedAtMs: row.successorUsedAt?.getTime() ?? null,
          voidedAtMs: row.successorVoidedAt?.getTime() ?? null,
        },
  sessionRevokedAtMs: row.sessionRevokedAt?.getTime() ?? null,
  sessionExpiresAtMs: row.sessionExpiresAt.getTime(),
  isUserActive: !isBlocked(row, nowMs),
});
