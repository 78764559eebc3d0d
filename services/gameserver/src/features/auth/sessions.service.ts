import type { Tx } from '@sw/db';
import { AppError } from '@sw/service-kit';
import { insertAuditRow } from '../../audit/audit-row.ts';
import { hashToken } from '../../platform/secret-token.ts';
import { sessionRevoked } from '../../realtime/outbox.ts';
import { saveAndTell } from '../../realtime/save-and-tell.ts';
import type { Audience, AuthParts, RequestTrace } from './auth-parts.ts';
import type { RevokedSession, SessionRow } from './session.repository.ts';
import {
  findLiveSessions,
  revokeOwnSession,
  revokeSessionOfToken,
  revokeUserSessions,
} from './session.repository.ts';
import { bumpTokenVersion } from './user.repository.ts';

/** Who manages sessions: a signed-in user, within his audience. */
export interface SessionOwner {
  readonly userId: string;
  readonly sessionId: string;
  readonly audience: Audience;
}

/** Ends the session a refresh token belongs to; a token nobody knows is no error. */
export const signOut = (
  parts: AuthParts,
  audience: Audience,
  token: string,
  trace: RequestTrace,
): Promise<void> =>
  parts.deps.db.command(async (tx) => {
    const [ended] = await tx.load(
      revokeSessionOfToken(tx.sql, hashToken(token), audience, 'logout', trace.nowMs),
    );
    const session = ended[0];
    if (session === undefined) return;
    const owner = { userId: session.userId, sessionId: session.id, audience };
    await concludeRevocation(parts, tx, { owner, ended, reason: 'logout' }, trace);
  });

/** Ends every session of the user at once, access tokens included. */
export const signOutEverywhere = (
  parts: AuthParts,
  owner: SessionOwner,
  trace: RequestTrace,
): Promise<void> =>
  parts.deps.db.command(async (tx) => {
    const [ended] = await tx.load(
      revokeUserSessions(tx.sql, owner.userId, null, 'logout_all', trace.nowMs),
      bumpTokenVersion(tx.sql, owner.userId),
    );
    await concludeRevocation(parts, tx, { owner, ended, reason: 'logout_all' }, trace);
  });

/** The devices that are signed in. */
export const listSessions = (
  parts: AuthParts,
  owner: SessionOwner,
  nowMs: number,
): Promise<readonly SessionRow[]> => findLiveSessions(parts.deps.db.sql, owner.userId, owner.audience, nowMs);

/** Signs one device out; a session that is not the caller's own does not exist for him. */
export const revokeSession = (
  parts: AuthParts,
  owner: SessionOwner,
  sessionId: string,
  trace: RequestTrace,
): Promise<void> =>
  parts.deps.db.command(async (tx) => {
    const target = { id: sessionId, userId: owner.userId, audience: owner.audience };
    const [ended] = await tx.load(revokeOwnSession(tx.sql, target, 'revoked', trace.nowMs));
    if (ended.length === 0) throw new AppError('not_found');
    await concludeRevocation(parts, tx, { owner, ended, reason: 'revoked' }, trace);
  });

interface Revocation {
  readonly owner: SessionOwner;
  readonly ended: readonly RevokedSession[];
  readonly reason: string;
}

/** Commits with audit line and announcement, and forgets what this process remembers of the sessions. */
const concludeRevocation = async (
  parts: AuthParts,
  tx: Tx,
  { owner, ended, reason }: Revocation,
  trace: RequestTrace,
): Promise<void> => {
  await saveAndTell(
    parts.deps,
    tx,
    trace.nowMs,
    [
      insertAuditRow(parts.deps, tx.sql, {
        ...trace,
        actorType: owner.audience,
        actorUserId: owner.userId,
        sessionId: owner.sessionId,
        action: `auth.session_${reason}`,
        resourceType: 'session',
        resourceId: ended.length === 1 ? (ended[0]?.id ?? null) : null,
        outcome: 'success',
        severity: 'info',
        details: { sessions: ended.length },
      }),
    ],
    ended.map(({ id }) => sessionRevoked(id, reason)),
  );
  for (const { id } of ended) parts.gate.forget(id);
};
