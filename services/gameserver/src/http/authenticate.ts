import type { Database } from '@sw/db';
import { AppError } from '@sw/service-kit';
import type { AccessTokens } from './access-token.ts';
import type { Holding, UserCaller } from './caller.ts';

/** Proves who brings a token, or throws 401. */
export type Authenticate = (token: string, nowMs: number) => Promise<UserCaller>;

export interface SessionGate {
  readonly authenticate: Authenticate;
  /** Forgets what is cached of a session, so that the next request looks again. */
  forget(sessionId: string): void;
  /** Forgets what is cached of a user: his scopes changed. */
  forgetUser(userId: string): void;
  forgetAll(): void;
}

interface SessionFacts {
  readonly userId: string;
  readonly checkedAtMs: number;
  readonly isLive: boolean;
  readonly tokenVersion: number;
  readonly status: string;
  readonly mustChangePassword: boolean;
  readonly playerId: string | null;
  readonly hasCompletedFirstLogin: boolean;
  readonly holding: Holding;
  readonly scopes: ReadonlySet<string>;
  readonly mfaAtMs: number | null;
  readonly hasSecondFactor: boolean;
}

/** All an operator has who must enrol a second factor first (rule book, platform 3.4). */
export const ENROL_SCOPE = 'mfa.enroll';

/** A revoked session, a changed password or a ban takes effect within this time in other processes. */
const CACHE_MS = 30_000;
const MAX_CACHED = 50_000;

/** Verifies the token, then compares it with session and account, which are cached for 30 s. */
export const createSessionGate = (
  db: Database,
  tokens: AccessTokens,
  config: { readonly isAdminMfaRequired: boolean },
): SessionGate => {
  const cache = new Map<string, SessionFacts>();

  const factsOf = async (sessionId: string, nowMs: number): Promise<SessionFacts> => {
    const cached = cache.get(sessionId);
    const isFresh =
      cached !== undefined && nowMs - cached.checkedAtMs < CACHE_MS && nowMs >= cached.checkedAtMs;
    const isSettled =
      cached?.mustChangePassword === false &&
      cached.holding === 'here' &&
      !cached.scopes.has(ENROL_SCOPE) &&
      (cached.hasCompletedFirstLogin || cached.playerId === null);
    if (isFresh && isSettled) return cached;
    const facts = await loadFacts(db, config.isAdminMfaRequired, sessionId, nowMs);
    if (cache.size >= MAX_CACHED) cache.delete(cache.keys().next().value ?? '');
    cache.set(sessionId, facts);
    return facts;
  };

  return {
    authenticate: async (token, nowMs) => {
      const claims = await tokens.verify(token, nowMs);
      const facts = await factsOf(claims.sessionId, nowMs);
      if (!facts.isLive || facts.tokenVersion !== claims.tokenVersion) throw new AppError('session_revoked');
      if (facts.status === 'banned' || facts.status === 'deleted') throw new AppError('session_revoked');
      const base = {
        userId: claims.userId,
        sessionId: claims.sessionId,
        mustChangePassword: facts.mustChangePassword,
        hasSecondFactor: facts.hasSecondFactor,
        provedAtMs: laterOf(facts.mfaAtMs, claims.mfaAtMs),
      };
      if (claims.audience === 'admin') return { kind: 'admin', ...base, scopes: facts.scopes };
      if (facts.playerId === null) throw new AppError('unauthenticated');
      return {
        kind: 'player',
        ...base,
        playerId: facts.playerId,
        hasCompletedFirstLogin: facts.hasCompletedFirstLogin,
        isSuspended: facts.status === 'suspended',
        holding: facts.holding,
      };
    },
    forget: (sessionId) => {
      cache.delete(sessionId);
    },
    forgetUser: (userId) => {
      for (const [sessionId, facts] of cache) if (facts.userId === userId) cache.delete(sessionId);
    },
    forgetAll: () => cache.clear(),
  };
};

/** A proof counts at once in every process: whoever asks brings it in his token. */
const laterOf = (stored: number | null, claimed: number | null): number | null =>
  stored === null || claimed === null ? (stored ?? claimed) : Math.max(stored, claimed);

interface FactsRow {
  readonly userId: string;
  readonly revokedAt: Date | null;
  readonly absoluteExpiresAt: Date;
  readonly tokenVersion: number;
  readonly status: string;
  readonly suspendedUntil: Date | null;
  readonly mustChangePassword: boolean;
  readonly playerId: string | null;
  readonly firstLoginState: string | null;
  readonly holding: Holding | null;
  readonly scopes: string[];
  readonly mfaAt: Date | null;
  readonly audience: string;
  readonly hasSecondFactor: boolean;
}

const loadFacts = async (
  db: Database,
  isAdminMfaRequired: boolean,
  sessionId: string,
  nowMs: number,
): Promise<SessionFacts> => {
  const [row] = await db.sql<FactsRow[]>`
    SELECT u.id AS user_id, s.revoked_at, s.absolute_expires_at, s.mfa_at, s.audience, u.token_version, u.status, u.suspended_until,
           u.must_change_password, p.id AS player_id, p.first_login_state, p.holding,
           EXISTS (SELECT 1 FROM mfa_credentials c
                   WHERE c.user_id = u.id AND c.confirmed_at IS NOT NULL) AS has_second_factor,
           ARRAY(SELECT g.scope FROM admin_grants g
                 WHERE g.user_id = u.id AND g.revoked_at IS NULL AND s.audience = 'admin') AS scopes
    FROM sessions s
    JOIN users u ON u.id = s.user_id
    LEFT JOIN players p ON p.user_id = u.id
    WHERE s.id = ${sessionId}`;
  if (row === undefined) throw new AppError('session_revoked');
  const isSuspensionOver = row.suspendedUntil !== null && row.suspendedUntil.getTime() <= nowMs;
  return {
    userId: row.userId,
    checkedAtMs: nowMs,
    isLive: row.revokedAt === null && row.absoluteExpiresAt.getTime() > nowMs,
    tokenVersion: row.tokenVersion,
    status: row.status === 'suspended' && isSuspensionOver ? 'active' : row.status,
    mustChangePassword: row.mustChangePassword,
    playerId: row.playerId,
    hasCompletedFirstLogin: row.firstLoginState === 'completed',
    holding: row.holding ?? 'here',
    scopes: new Set(
      isAdminMfaRequired && row.audience === 'admin' && !row.hasSecondFactor ? [ENROL_SCOPE] : row.scopes,
    ),
    hasSecondFactor: row.hasSecondFactor,
    mfaAtMs: row.mfaAt?.getTime() ?? null,
  };
};
