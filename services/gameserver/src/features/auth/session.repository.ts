import type { AnyStatement, Sql } from '@sw/db';
import type { Audience } from './auth-parts.ts';

export interface NewSession {
  readonly id: string;
  readonly userId: string;
  readonly audience: Audience;
  readonly createdAtMs: number;
  readonly absoluteExpiresAtMs: number;
  readonly ip: string;
  readonly userAgent: string;
  readonly strength: Strength;
}

/** How a session was proved, and when last in full (null: never since signing in). */
export interface Strength {
  readonly amr: readonly string[];
  readonly mfaAtMs: number | null;
}

/** Signed in with a password and nothing else. */
export const BY_PASSWORD: Strength = { amr: ['pwd'], mfaAtMs: null };

export const insertSession = (sql: Sql, session: NewSession): AnyStatement => {
  const createdAt = new Date(session.createdAtMs);
  return sql`
    INSERT INTO sessions (id, user_id, audience, created_at, last_seen_at, absolute_expires_at, ip, user_agent,
                          amr, mfa_at)
    VALUES (${session.id}, ${session.userId}, ${session.audience}, ${createdAt}, ${createdAt},
            ${new Date(session.absoluteExpiresAtMs)}, ${session.ip}, ${session.userAgent},
            ${[...session.strength.amr]}::text[],
            ${session.strength.mfaAtMs === null ? null : new Date(session.strength.mfaAtMs)})`;
};

/** Remembers a full proof; `method` joins the ways the session was proved. Answers them. */
export const proveSession = (sql: Sql, sessionId: string, method: string, nowMs: number) =>
  sql<{ amr: string[] }[]>`
    UPDATE sessions SET mfa_at = ${new Date(nowMs)},
      amr = CASE WHEN ${method} = ANY (amr) THEN amr ELSE array_append(amr, ${method}) END
    WHERE id = ${sessionId} AND revoked_at IS NULL RETURNING amr`;

export const updateLastSeen = (sql: Sql, sessionId: string, nowMs: number): AnyStatement =>
  sql`UPDATE sessions SET last_seen_at = ${new Date(nowMs)} WHERE id = ${sessionId}`;

export interface SessionRow {
  readonly id: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly ip: string;
  readonly userAgent: string;
}

/** Sessions that can still be continued, newest use first. */
export const findLiveSessions = (sql: Sql, userId: string, audience: Audience, nowMs: number) =>
  sql<SessionRow[]>`
    SELECT s.id, s.created_at, s.last_seen_at, s.ip, s.user_agent
    FROM sessions s
    WHERE s.user_id = ${userId} AND s.audience = ${audience} AND s.revoked_at IS NULL
      AND s.absolute_expires_at > ${new Date(nowMs)}
      AND EXISTS (SELECT 1 FROM refresh_tokens t
                  WHERE t.session_id = s.id AND t.used_at IS NULL AND t.voided_at IS NULL
                    AND t.expires_at > ${new Date(nowMs)})
    ORDER BY s.last_seen_at DESC, s.id DESC`;

export interface RevokedSession {
  readonly id: string;
  readonly userId: string;
}

/** Ends one session of a user; no row when it is not his, not of this audience or over already. */
export const revokeOwnSession = (
  sql: Sql,
  session: { readonly id: string; readonly userId: string; readonly audience: Audience },
  reason: string,
  nowMs: number,
) =>
  sql<RevokedSession[]>`
    UPDATE sessions SET revoked_at = ${new Date(nowMs)}, revoke_reason = ${reason}
    WHERE id = ${session.id} AND user_id = ${session.userId} AND audience = ${session.audience}
      AND revoked_at IS NULL
    RETURNING id, user_id`;

/** Ends the session a refresh token belongs to, whatever became of the token. */
export const revokeSessionOfToken = (
  sql: Sql,
  tokenHash: Buffer,
  audience: Audience,
  reason: string,
  nowMs: number,
) =>
  sql<RevokedSession[]>`
    UPDATE sessions SET revoked_at = ${new Date(nowMs)}, revoke_reason = ${reason}
    WHERE id = (SELECT session_id FROM refresh_tokens WHERE token_hash = ${tokenHash})
      AND audience = ${audience} AND revoked_at IS NULL
    RETURNING id, user_id`;

/** Ends every session of a user except the named one (null: every one), in both audiences. */
export const revokeUserSessions = (
  sql: Sql,
  userId: string,
  exceptSessionId: string | null,
  reason: string,
  nowMs: number,
) =>
  sql<RevokedSession[]>`
    UPDATE sessions SET revoked_at = ${new Date(nowMs)}, revoke_reason = ${reason}
    WHERE user_id = ${userId} AND revoked_at IS NULL AND id IS DISTINCT FROM ${exceptSessionId}::uuid
    RETURNING id, user_id`;
