import { isWorldScope } from '@sw/contracts';
import type { Database } from '@sw/db';
import { AppError } from '@sw/service-kit';
import type { RegionalSettings } from '../config-role.ts';
import type { SessionGate } from './authenticate.ts';
import type { Holding } from './caller.ts';
import type { RegionClaims } from './region-token.ts';
import { createRegionTokenReader } from './region-token.ts';

interface LocalFacts {
  readonly checkedAtMs: number;
  readonly epoch: bigint;
  readonly holding: Holding;
  readonly hasCompletedFirstLogin: boolean;
  readonly isRevoked: boolean;
}

/** What other processes changed takes effect within this time. */
const CACHE_MS = 30_000;
const MAX_CACHED = 50_000;

/**
 * The gate of a regional server: it has no accounts. A token of the hub says who comes; what the region knows itself
 * is whether it holds him, and whether the hub ended his session (rule book, platform 3.2 and 8.4).
 */
export const createRegionGate = (db: Database, settings: RegionalSettings): SessionGate => {
  const readToken = createRegionTokenReader(settings.hubKey, settings.regionName);
  const cache = new Map<string, LocalFacts & { readonly userId: string }>();

  const factsOf = async (
    claims: Extract<RegionClaims, { kind: 'player' }>,
    nowMs: number,
  ): Promise<LocalFacts> => {
    const cached = cache.get(claims.sessionId);
    const isFresh =
      cached !== undefined && nowMs - cached.checkedAtMs < CACHE_MS && nowMs >= cached.checkedAtMs;
    if (isFresh && cached.holding === 'here' && cached.epoch === claims.epoch) return cached;
    const facts = { ...(await loadFacts(db, claims, nowMs)), userId: claims.userId };
    if (cache.size >= MAX_CACHED) cache.delete(cache.keys().next().value ?? '');
    cache.set(claims.sessionId, facts);
    return facts;
  };

  return {
    authenticate: async (token, nowMs) => {
      const claims = await readToken(token, nowMs);
      const base = {
        userId: claims.userId,
        sessionId: claims.sessionId,
        mustChangePassword: false,
        provedAtMs: claims.mfaAtMs,
        // Which proof an account has only the hub knows, where it is shown.
        hasSecondFactor: false,
      };
      if (claims.kind === 'admin') {
        return { kind: 'admin', ...base, scopes: new Set(claims.scopes.filter(isWorldScope)) };
      }
      const facts = await factsOf(claims, nowMs);
      if (facts.isRevoked) throw new AppError('session_revoked');
      // A token of an earlier stay: the hub gives out another one.
      if (facts.holding === 'here' && facts.epoch > claims.epoch) throw new AppError('token_expired');
      const isHeld = facts.holding === 'here' && facts.epoch === claims.epoch;
      return {
        kind: 'player',
        ...base,
        playerId: claims.playerId,
        hasCompletedFirstLogin: facts.hasCompletedFirstLogin,
        isSuspended: false,
        holding: isHeld ? 'here' : facts.epoch < claims.epoch ? 'leaving' : facts.holding,
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

const loadFacts = async (
  db: Database,
  claims: { readonly playerId: string; readonly userId: string; readonly sessionId: string },
  nowMs: number,
): Promise<LocalFacts> => {
  const [row] = await db.sql<
    { epoch: bigint; holding: Holding; firstLoginState: string; isRevoked: boolean }[]
  >`
    SELECT p.epoch, p.holding, p.first_login_state,
           EXISTS (SELECT 1 FROM sessions s WHERE s.id = ${claims.sessionId} AND s.revoked_at IS NOT NULL) AS is_revoked
    FROM players p WHERE p.id = ${claims.playerId} AND p.user_id = ${claims.userId}`;
  return {
    checkedAtMs: nowMs,
    // Nobody knows him here yet: whatever the hub says is later.
    epoch: row?.epoch ?? -1n,
    holding: row?.holding ?? 'away',
    hasCompletedFirstLogin: row === undefined || row.firstLoginState === 'completed',
    isRevoked: row?.isRevoked ?? false,
  };
};
