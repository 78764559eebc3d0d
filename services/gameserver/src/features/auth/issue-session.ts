import type { AnyStatement, Sql } from '@sw/db';
import { createSecretToken } from '../../platform/secret-token.ts';
import type { Audience, AuthParts, RequestTrace } from './auth-parts.ts';
import { insertRefreshToken } from './refresh-token.repository.ts';
import type { Strength } from './session.repository.ts';
import { insertSession } from './session.repository.ts';
import { sessionTerms } from './session-terms.ts';
import type { UserRow } from './user.repository.ts';

/** An account with an access token of one of its sessions. */
export interface ProvenSession {
  readonly user: Pick<UserRow, 'id' | 'username' | 'email' | 'locale' | 'createdAt' | 'mustChangePassword'>;
  readonly accessToken: string;
  /** An operator who may do nothing before he has a second factor. */
  readonly mustEnrollMfa: boolean;
}

/** What a successful sign-in or refresh hands out. */
export interface IssuedSession extends ProvenSession {
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
  owner: { readonly userId: string; readonly audience: Audience; readonly strength: Strength },
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
    strength: owner.strength,
  });
  const token = freshToken(
    deps,
    sql,
    { id, audience: owner.audience, expiresAtMs: absoluteExpiresAtMs },
    trace.nowMs,
  );
  return { id, token, statements: [session, token.statement] };
};

/** What an access token says of a session. */
export interface TokenSession {
  readonly id: string;
  readonly audience: Audience;
  readonly playerId: string | null;
  readonly strength: Strength;
}

/** Whether an operator has to enrol a second factor before anything else. */
export const mustEnroll = (
  { deps }: Pick<AuthParts, 'deps'>,
  user: Pick<UserRow, 'hasSecondFactor'>,
  audience: Audience,
): boolean => audience === 'admin' && deps.config.isAdminMfaRequired && !user.hasSecondFactor;

/** Mints the access token of a session. */
export const mintAccess = (
  parts: Pick<AuthParts, 'deps' | 'tokens'>,
  user: Pick<UserRow, 'id' | 'tokenVersion'>,
  session: TokenSession,
  nowMs: number,
): Promise<string> =>
  parts.tokens.mint(
    {
      audience: session.audience,
      userId: user.id,
      playerId: session.audience === 'player' ? (session.playerId ?? undefined) : undefined,
      sessionId: session.id,
      tokenVersion: user.tokenVersion,
      ...session.strength,
    },
    parts.deps.newId(),
    nowMs,
  );

/** Mints the access token that goes with a refresh token; call it after the commit. */
export const toIssued = async (
  parts: AuthParts,
  user: Pick<
    UserRow,
    | 'id'
    | 'username'
    | 'email'
    | 'locale'
    | 'createdAt'
    | 'mustChangePassword'
    | 'tokenVersion'
    | 'hasSecondFactor'
  >,
  session: TokenSession,
  token: FreshToken,
  nowMs: number,
): Promise<IssuedSession> => {
  const accessToken = await mintAccess(parts, user, session, nowMs);
  const mustEnrollMfa = mustEnroll(parts, user, session.audience);
  return {
    user,
    accessToken,
    mustEnrollMfa,
    refreshToken: token.token,
    refreshExpiresAtMs: token.expiresAtMs,
  };
};
