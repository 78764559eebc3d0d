import type { AnyStatement, Sql } from '@sw/db';
import { createSecretToken } from '../../platform/secret-token.ts';
import type { Audience, AuthParts, RequestTrace } from './auth-parts.ts';
import { insertRefreshToken } from './refresh-token.repository.ts';
import { insertSession } from './session.repository.ts';
import { sessionTerms } from './session-terms.ts';
import type { UserRow } from './user.repository.ts';

/** What a successful sign-in or refresh hands out. */
export interface IssuedSession {
  readonly user: Pick<UserRow, 'id' | 'username' | 'email' | 'locale' | 'createdAt' | 'mustChangePassword'>;
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly refreshExpiresAtMs: number;
}

/** A refresh token that is to be stored. */
export interface FreshToken {
  readonly id: string;
  readonly token: string;
  readonly expiresAtMs: number;
  readonly statement: AnyStatement;
}

/** The few edges a session is made with; tools bring their own. */
export interface SessionDeps extends Pick<AuthParts['deps'], 'newId' | 'random'> {
  readonly config: Pick<AuthParts['deps']['config'], 'refreshTokenTtlMs'>;
}

/** Makes a refresh token of a session: it slides, but never beyond the end of the session. */
export const freshToken = (
  deps: SessionDeps,
  sql: Sql,
  session: { readonly id: string; readonly audience: Audience; readonly expiresAtMs: number },
  nowMs: number,
): FreshToken => {
  const { token, hash } = createSecretToken(deps.random);
  const id = deps.newId();
  const { slidingMs } = sessionTerms(deps.config, session.audience);
  const expiresAtMs = Math.min(nowMs + slidingMs, session.expiresAtMs);
  const statement = insertRefreshToken(sql, {
    id,
    sessionId: session.id,
    tokenHash: hash,
    issuedAtMs: nowMs,
    expiresAtMs,
  });
  return { id, token, expiresAtMs, statement };
};

/** A session that is to be stored, with its first refresh token. */
export interface FreshSession {
  readonly id: string;
  readonly token: FreshToken;
  readonly statements: readonly AnyStatement[];
}

/** Makes a session of a user, as the answer to a proof of who he is. */
export const freshSession = (
  deps: SessionDeps,
  sql: Sql,
  owner: { readonly userId: string; readonly audience: Audience },
  trace: Pick<RequestTrace, 'nowMs' | 'ip' | 'userAgent'>,
): FreshSession => {
  const id = deps.newId();
  const absoluteExpiresAtMs = trace.nowMs + sessionTerms(deps.config, owner.audience).absoluteMs;
  const session = insertSession(sql, {
    id,
    userId: owner.userId,
    audience: owner.audience,
    createdAtMs: trace.nowMs,
    absoluteExpiresAtMs,
    ip: trace.ip,
    userAgent: trace.userAgent,
  });
  const token = freshToken(
    deps,
    sql,
    { id, audience: owner.audience, expiresAtMs: absoluteExpiresAtMs },
    trace.nowMs,
  );
  return { id, token, statements: [session, token.statement] };
};

/** Mints the access token that goes with a refresh token; call it after the commit. */
export const toIssued = async (
  parts: AuthParts,
  user: Pick<
    UserRow,
    'id' | 'username' | 'email' | 'locale' | 'createdAt' | 'mustChangePassword' | 'tokenVersion'
  >,
  session: { readonly id: string; readonly audience: Audience; readonly playerId: string | null },
  token: FreshToken,
  nowMs: number,
): Promise<IssuedSession> => {
  const accessToken = await parts.tokens.mint(
    {
      audience: session.audience,
      userId: user.id,
      playerId: session.audience === 'player' ? (session.playerId ?? undefined) : undefined,
      sessionId: session.id,
      tokenVersion: user.tokenVersion,
    },
    parts.deps.newId(),
    nowMs,
  );
  return { user, accessToken, refreshToken: token.token, refreshExpiresAtMs: token.expiresAtMs };
};
