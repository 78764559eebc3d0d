import type { AnyStatement, Sql } from '@sw/db';
import type { Audience } from './auth-parts.ts';
import type { UserStatus } from './user.repository.ts';

export interface NewRefreshToken {
  readonly id: string;
  readonly sessionId: string;
  readonly tokenHash: Buffer;
  readonly issuedAtMs: number;
  readonly expiresAtMs: number;
}

export const insertRefreshToken = (sql: Sql, token: NewRefreshToken): AnyStatement =>
  sql`INSERT INTO refresh_tokens (id, session_id, token_hash, issued_at, expires_at)
      VALUES (${token.id}, ${token.sessionId}, ${token.tokenHash}, ${new Date(token.issuedAtMs)},
              ${new Date(token.expiresAtMs)})`;

/** Locks the token: of parallel refreshes one decides, the others see what it did. */
export const lockToken = (sql: Sql, tokenHash: Buffer) =>
  sql<{ id: string }[]>`SELECT id FROM refresh_tokens WHERE token_hash = ${tokenHash} FOR UPDATE`;

/** Locks the token that replaced it, older before newer. */
export const lockSuccessor = (sql: Sql, tokenHash: Buffer) =>
  sql<{ id: string }[]>`
    SELECT id FROM refresh_tokens
    WHERE id = (SELECT replaced_by FROM refresh_tokens WHERE token_hash = ${tokenHash}) FOR UPDATE`;

export interface TokenRow {
  readonly id: string;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
  readonly reissuedAt: Date | null;
  readonly voidedAt: Date | null;
  readonly successorId: string | null;
  readonly successorUsedAt: Date | null;
  readonly successorVoidedAt: Date | null;
  readonly sessionId: string;
  readonly audience: Audience;
  readonly sessionRevokedAt: Date | null;
  readonly sessionExpiresAt: Date;
  readonly amr: string[];
  readonly mfaAt: Date | null;
  readonly userId: string;
  readonly status: UserStatus;
  readonly suspendedUntil: Date | null;
}

/** Token, successor, session and account; a statement of its own, so that it sees what a lock waited for. */
export const findToken = (sql: Sql, tokenHash: Buffer) =>
  sql<TokenRow[]>`
    SELECT t.id, t.expires_at, t.used_at, t.reissued_at, t.voided_at,
           n.id AS successor_id, n.used_at AS successor_used_at, n.voided_at AS successor_voided_at,
           s.id AS session_id, s.audience, s.revoked_at AS session_revoked_at,
           s.absolute_expires_at AS session_expires_at, s.amr, s.mfa_at, u.id AS user_id, u.status, u.suspended_until
    FROM refresh_tokens t
    JOIN sessions s ON s.id = t.session_id
    JOIN users u ON u.id = s.user_id
    LEFT JOIN refresh_tokens n ON n.id = t.replaced_by
    WHERE t.token_hash = ${tokenHash}`;

export const markUsed = (sql: Sql, tokenId: string, replacedBy: string, nowMs: number): AnyStatement =>
  sql`UPDATE refresh_tokens SET used_at = ${new Date(nowMs)}, replaced_by = ${replacedBy} WHERE id = ${tokenId}`;

export const markReissued = (sql: Sql, tokenId: string, replacedBy: string, nowMs: number): AnyStatement =>
  sql`UPDATE refresh_tokens SET reissued_at = ${new Date(nowMs)}, replaced_by = ${replacedBy} WHERE id = ${tokenId}`;

export const voidToken = (sql: Sql, tokenId: string, nowMs: number): AnyStatement =>
  sql`UPDATE refresh_tokens SET voided_at = ${new Date(nowMs)} WHERE id = ${tokenId}`;
