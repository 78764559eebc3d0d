import { fixedClock } from '@sw/test-kit';
import { SignJWT, UnsecuredJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { deriveKeys } from '../platform/keys.ts';
import { createAccessTokens } from './access-token.ts';

const keys = deriveKeys('kQ9v-test-only-zT4mWx7rBn2LpHs6YdGf');
const otherKeys = deriveKeys('another-test-only-zT4mWx7rBn2LpHs6YdGf');
const clock = fixedClock();
const TTL_S = 900;
const CLAIMS = {
  audience: 'player',
  userId: 'user-1',
  playerId: 'player-1',
  sessionId: 'session-1',
  tokenVersion: 3,
  amr: ['pwd'],
  mfaAtMs: null,
} as const;

const tokens = () => createAccessTokens(keys, TTL_S);
const codeOf = (attempt: Promise<unknown>): Promise<unknown> =>
  attempt.then(
    () => 'accepted',
    (error: { code: string }) => error.code,
  );
const base = () =>
  new SignJWT({ pid: 'player-1', sid: 'session-1', tv: 3 })
    .setProtectedHeader({ alg: 'EdDSA' })
    .setIssuer('sw2102')
    .setAudience('player')
    .setSubject('user-1')
    .setExpirationTime(Math.floor(clock() / 1000) + TTL_S);

describe('a token', () => {
  it('says who brings it', async () => {
    const token = await tokens().mint(CLAIMS, 'token-1', clock());
    expect(await tokens().verify(token, clock())).toEqual({ ...CLAIMS, expiresAtMs: clock() + TTL_S * 1000 });
  });

  it('of an admin needs no player', async () => {
    const admin = { ...CLAIMS, audience: 'admin', playerId: undefined } as const;
    const token = await tokens().mint(admin, 'token-1', clock());
    expect(await tokens().verify(token, clock())).toMatchObject({ audience: 'admin', playerId: undefined });
  });

  it('says how and when its session was proved', async () => {
    const proved = { ...CLAIMS, amr: ['pwd', 'otp'], mfaAtMs: clock() };
    const token = await tokens().mint(proved, 'token-1', clock());
    expect(await tokens().verify(token, clock())).toMatchObject({ amr: ['pwd', 'otp'], mfaAtMs: clock() });
  });

  it('ends with its last second, also when it was seen before', async () => {
    const both = tokens();
    const token = await both.mint(CLAIMS, 'token-1', clock());
    const end = clock() + TTL_S * 1000;
    expect(await codeOf(both.verify(token, end - 1))).toBe('accepted');
    expect(await codeOf(both.verify(token, end))).toBe('token_expired');
    expect(await codeOf(tokens().verify(token, end))).toBe('token_expired');
  });

  it('made here passes the check it is made for', async () => {
    expect(await codeOf(tokens().verify(await base().sign(keys.signing), clock()))).toBe('accepted');
  });
});

describe('is no token', () => {
  it.each(['', 'abc', 'a.b.c', 'Bearer x', '.'.repeat(5_000)])('%j', async (text) => {
    expect(await codeOf(tokens().verify(text.slice(0, 5_000), clock()))).toBe('unauthenticated');
  });

  it.each([
    [
      'with a changed claim',
      async () => {
        const [head, , signature] = (await base().sign(keys.signing)).split('.');
        const claims = Buffer.from(
          JSON.stringify({ iss: 'sw2102', aud: 'admin', sub: 'user-2', sid: 's', tv: 1, exp: 9e9 }),
        );
        return `${head}.${claims.toString('base64url')}.${signature}`;
      },
    ],
    ['with a cut signature', async () => (await base().sign(keys.signing)).slice(0, -4)],
    ['signed with another key', () => base().sign(otherKeys.signing)],
    ['for a region', () => base().setAudience('region:far').sign(keys.signing)],
    ['for nobody', () => base().setAudience('nobody').sign(keys.signing)],
    ['of another issuer', () => base().setIssuer('elsewhere').sign(keys.signing)],
    [
      'signed with a shared secret',
      () =>
        new SignJWT({ sid: 's', tv: 1 })
          .setProtectedHeader({ alg: 'HS256' })
          .setIssuer('sw2102')
          .setAudience('player')
          .setSubject('user-1')
          .setExpirationTime('1h')
          .sign(keys.hmac),
    ],
    [
      'signed with the public key as secret',
      () =>
        new SignJWT({ sid: 's', tv: 1 })
          .setProtectedHeader({ alg: 'HS256' })
          .setIssuer('sw2102')
          .setAudience('player')
          .setSubject('user-1')
          .setExpirationTime('1h')
          .sign(keys.verifying.export({ type: 'spki', format: 'der' })),
    ],
    [
      'without signature',
      async () =>
        new UnsecuredJWT({ sid: 's', tv: 1 })
          .setIssuer('sw2102')
          .setAudience('player')
          .setSubject('user-1')
          .setExpirationTime('1h')
          .encode(),
    ],
    [
      'without an end',
      () =>
        new SignJWT({ sid: 's', tv: 1 })
          .setProtectedHeader({ alg: 'EdDSA' })
          .setIssuer('sw2102')
          .setAudience('player')
          .setSubject('user-1')
          .sign(keys.signing),
    ],
    [
      'without a session',
      () =>
        new SignJWT({ tv: 1 })
          .setProtectedHeader({ alg: 'EdDSA' })
          .setIssuer('sw2102')
          .setAudience('player')
          .setSubject('user-1')
          .setExpirationTime(Math.floor(clock() / 1000) + TTL_S)
          .sign(keys.signing),
    ],
  ])('%s', async (_case, make) => {
    expect(await codeOf(tokens().verify(await make(), clock()))).toBe('unauthenticated');
  });
});
