import { describe, expect, it } from 'vitest';
import type { RefreshFacts } from './refresh.policy.ts';
import { decideRefresh } from './refresh.policy.ts';

const NOW = 1_000_000_000;

const facts = (overrides: Partial<RefreshFacts> = {}): RefreshFacts => ({
  expiresAtMs: NOW + 1000,
  usedAtMs: null,
  reissuedAtMs: null,
  voidedAtMs: null,
  successor: null,
  sessionRevokedAtMs: null,
  sessionExpiresAtMs: NOW + 1000,
  isUserActive: true,
  ...overrides,
});

const usedAgo = (ageMs: number, overrides: Partial<RefreshFacts> = {}) =>
  decideRefresh(
    facts({ usedAtMs: NOW - ageMs, successor: { usedAtMs: null, voidedAtMs: null }, ...overrides }),
    NOW,
  );

describe('decideRefresh', () => {
  it('rotates an unused token', () => {
    expect(decideRefresh(facts(), NOW)).toEqual({ kind: 'rotate' });
  });

  it('knows an expired token and an ended session', () => {
    expect(decideRefresh(facts({ expiresAtMs: NOW }), NOW)).toEqual({ kind: 'expired' });
    expect(decideRefresh(facts({ sessionExpiresAtMs: NOW }), NOW)).toEqual({ kind: 'expired' });
    expect(decideRefresh(facts({ sessionRevokedAtMs: NOW - 1 }), NOW)).toEqual({ kind: 'revoked' });
    expect(decideRefresh(facts({ isUserActive: false }), NOW)).toEqual({ kind: 'revoked' });
  });

  it('takes a second showing within ten seconds for a race', () => {
    expect(usedAgo(0)).toEqual({ kind: 'in_flight', retryAfterS: 11 });
    expect(usedAgo(10_000)).toEqual({ kind: 'in_flight', retryAfterS: 1 });
    expect(usedAgo(-5)).toEqual({ kind: 'in_flight', retryAfterS: 11 });
  });

  it('names a time after which the race is over', () => {
    for (const ageMs of [0, 300, 4_321, 9_999, 10_000]) {
      const decision = usedAgo(ageMs);
      if (decision.kind !== 'in_flight') throw new Error(decision.kind);
      expect(ageMs + decision.retryAfterS * 1000).toBeGreaterThan(10_000);
    }
  });

  it('issues a lost answer anew, once', () => {
    expect(usedAgo(10_001)).toEqual({ kind: 'reissue' });
    expect(usedAgo(60_000)).toEqual({ kind: 'reissue' });
    expect(usedAgo(30_000, { reissuedAtMs: NOW - 1 })).toEqual({ kind: 'reuse' });
  });

  it('takes everything else for reuse', () => {
    expect(usedAgo(60_001)).toEqual({ kind: 'reuse' });
    expect(usedAgo(30_000, { successor: { usedAtMs: NOW - 1, voidedAtMs: null } })).toEqual({
      kind: 'reuse',
    });
    expect(usedAgo(30_000, { successor: null })).toEqual({ kind: 'reuse' });
    expect(decideRefresh(facts({ voidedAtMs: NOW - 1 }), NOW)).toEqual({ kind: 'reuse' });
    expect(usedAgo(90_000, { expiresAtMs: NOW - 1 })).toEqual({ kind: 'reuse' });
  });
});
