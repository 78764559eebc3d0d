/** What is known of a refresh token that was shown, read under its row lock. */
export interface RefreshFacts {
  readonly expiresAtMs: number;
  readonly usedAtMs: number | null;
  readonly reissuedAtMs: number | null;
  readonly voidedAtMs: number | null;
  /** The token that replaced it: null when there is none. */
  readonly successor: { readonly usedAtMs: number | null; readonly voidedAtMs: number | null } | null;
  readonly sessionRevokedAtMs: number | null;
  readonly sessionExpiresAtMs: number;
  /** The account may use sessions: neither suspended, banned nor deleted. */
  readonly isUserActive: boolean;
}

export type RefreshDecision =
  | { readonly kind: 'rotate' }
  | { readonly kind: 'in_flight'; readonly retryAfterS: number }
  | { readonly kind: 'reissue' }
  | { readonly kind: 'reuse' }
  | { readonly kind: 'expired' }
  | { readonly kind: 'revoked' };

/** Within this time a second showing is a race of two tabs. */
const RACE_MS = 10_000;
/** Within this time a second showing may be an answer that was lost on its way. */
const LOST_ANSWER_MS = 60_000;

/** The five cases of the rule book (platform 3.3) for a token whose hash is known. */
export const decideRefresh = (facts: RefreshFacts, nowMs: number): RefreshDecision => {
  if (facts.sessionRevokedAtMs !== null || !facts.isUserActive) return { kind: 'revoked' };
  if (facts.sessionExpiresAtMs <= nowMs) return { kind: 'expired' };
  if (facts.voidedAtMs !== null) return { kind: 'reuse' };
  if (facts.usedAtMs === null) return { kind: facts.expiresAtMs <= nowMs ? 'expired' : 'rotate' };
  const ageMs = nowMs - facts.usedAtMs;
  if (ageMs <= RACE_MS) {
    return { kind: 'in_flight', retryAfterS: Math.ceil((RACE_MS + 1 - Math.max(0, ageMs)) / 1000) };
  }
  const isSuccessorUnused = facts.successor?.usedAtMs === null && facts.successor.voidedAtMs === null;
  const isLostAnswer = ageMs <= LOST_ANSWER_MS && isSuccessorUnused && facts.reissuedAtMs === null;
  return { kind: isLostAnswer ? 'reissue' : 'reuse' };
};
