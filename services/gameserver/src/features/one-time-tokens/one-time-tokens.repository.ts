import type { AnyStatement, Sql } from '@sw/db';

/** What a secret that is handed out once is good for. */
type OneTimePurpose =
  | 'mfa_challenge'
  | 'email_verify'
  | 'email_change'
  | 'password_reset'
  | 'oauth_state'
  | 'oauth_exchange'
  | 'openid_nonce';

type TokenMeta = Readonly<Record<string, string | number | boolean | null>>;

interface NewOneTimeToken {
  readonly id: string;
  readonly userId: string | null;
  readonly sessionId?: string | null;
  readonly purpose: OneTimePurpose;
  readonly audience: 'player' | 'admin';
  readonly tokenHash: Buffer;
  readonly expiresAtMs: number;
  readonly meta?: TokenMeta;
}

export const insertOneTimeToken = (sql: Sql, token: NewOneTimeToken): AnyStatement =>
  sql`INSERT INTO one_time_tokens (id, user_id, session_id, purpose, audience, token_hash, expires_at, meta)
      VALUES (${token.id}, ${token.userId}, ${token.sessionId ?? null}, ${token.purpose}, ${token.audience},
              ${token.tokenHash}, ${new Date(token.expiresAtMs)}, ${sql.json(token.meta ?? {})})`;

export interface OneTimeTokenRow {
  readonly id: string;
  readonly userId: string | null;
  readonly sessionId: string | null;
  readonly audience: 'player' | 'admin';
  readonly meta: TokenMeta;
  readonly failures: number;
}

/** Locks a token that is still good; no row for one that is unknown, used, void or has run out. */
export const lockOneTimeToken = (sql: Sql, purpose: OneTimePurpose, tokenHash: Buffer, nowMs: number) =>
  sql<OneTimeTokenRow[]>`
    SELECT id, user_id, session_id, audience, meta, failures FROM one_time_tokens
    WHERE token_hash = ${tokenHash} AND purpose = ${purpose} AND consumed_at IS NULL
      AND expires_at > ${new Date(nowMs)} FOR UPDATE`;

/** Ends a token that is locked. */
export const endOneTimeToken = (sql: Sql, id: string, nowMs: number): AnyStatement =>
  sql`UPDATE one_time_tokens SET consumed_at = ${new Date(nowMs)} WHERE id = ${id}`;

export const countTokenFailure = (sql: Sql, id: string): AnyStatement =>
  sql`UPDATE one_time_tokens SET failures = failures + 1 WHERE id = ${id}`;

/** Uses a token up in one statement; no row for whoever comes second, or too late. */
export const consumeOneTimeToken = (sql: Sql, purpose: OneTimePurpose, tokenHash: Buffer, nowMs: number) =>
  sql<OneTimeTokenRow[]>`
    UPDATE one_time_tokens SET consumed_at = ${new Date(nowMs)}
    WHERE token_hash = ${tokenHash} AND purpose = ${purpose} AND consumed_at IS NULL
      AND expires_at > ${new Date(nowMs)}
    RETURNING id, user_id, session_id, audience, meta, failures`;

/** Voids every token of a kind a user still has: a new request makes the older ones void. */
export const voidOneTimeTokens = (
  sql: Sql,
  userId: string,
  purpose: OneTimePurpose,
  nowMs: number,
): AnyStatement =>
  sql`UPDATE one_time_tokens SET consumed_at = ${new Date(nowMs)}
      WHERE user_id = ${userId} AND purpose = ${purpose} AND consumed_at IS NULL`;
