import { generateKeyPairSync } from 'node:crypto';
import { AppError } from '@sw/service-kit';
import { SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { deriveKeys } from '../platform/keys.ts';
import { createAccessTokens } from './access-token.ts';
import type { RegionClaims } from './region-token.ts';
import { createRegionTokenReader, mintRegionToken } from './region-token.ts';

const NOW = Date.UTC(2102, 4, 1);
const keys = deriveKeys('kQ9v-test-only-zT4mWx7rBn2LpHs6YdGf');
const stranger = generateKeyPairSync('ed25519').privateKey;
const PLAYER: RegionClaims = {
  kind: 'player',
  userId: 'u1',
  playerId: 'p1',
  sessionId: 's1',
  tokenVersion: 3,
  mfaAtMs: null,
  epoch: 7n,
};
const moment = { tokenId: 't1', nowMs: NOW, ttlS: 900 };
const mint = (claims: RegionClaims = PLAYER, regionName = 'kepler') =>
  mintRegionToken(keys.signing, regionName, claims, moment);
const read = createRegionTokenReader(keys.verifying, 'kepler');
const codeOf = async (token: string, nowMs = NOW, reader = read): Promise<string> => {
  try {
    await reader(token, nowMs);
    return 'accepted';
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
};
const WHOLE = {
  iss: 'sw2102',
  aud: 'region:kepler',
  sub: 'u1',
  sid: 's1',
  tv: 1,
  pid: 'p1',
  ep: 1,
  exp: NOW / 1000 + 60,
};
const sign = (claims: object, key = keys.signing) =>
  new SignJWT({ ...claims }).setProtectedHeader({ alg: 'EdDSA' }).sign(key);

describe('a token for a region', () => {
  it('says who comes, and with which epoch', async () => {
    expect(await read(await mint(), NOW)).toEqual(PLAYER);
    const admin: RegionClaims = {
      kind: 'admin',
      userId: 'u2',
      sessionId: 's2',
      tokenVersion: 1,
      mfaAtMs: NOW - 5_000,
      scopes: ['universe.read'],
    };
    expect(await read(await mint(admin), NOW)).toEqual(admin);
  });

  it('opens no other region, and not the hub', async () => {
    expect(await codeOf(await mint(PLAYER, 'vega'))).toBe('unauthenticated');
    const hub = createAccessTokens(keys, 900);
    for (const name of ['kepler', 'player', 'admin']) {
      await expect(hub.verify(await mint(PLAYER, name), NOW)).rejects.toMatchObject({
        code: 'unauthenticated',
      });
    }
  });

  it('is none that opens the hub', async () => {
    const tokens = createAccessTokens(keys, 900);
    for (const audience of ['player', 'admin'] as const) {
      const token = await tokens.mint(
        {
          audience,
          userId: 'u1',
          playerId: 'p1',
          sessionId: 's1',
          tokenVersion: 1,
          amr: ['pwd'],
          mfaAtMs: null,
        },
        't2',
        NOW,
      );
      expect(await codeOf(token)).toBe('unauthenticated');
    }
  });

  it('ends, also for one who showed it before', async () => {
    const token = await mint();
    expect(await codeOf(token, NOW + 899_000)).toBe('accepted');
    expect(await codeOf(token, NOW + 901_000)).toBe('token_expired');
  });

  it('is believed from the hub alone', async () => {
    expect(await codeOf(await sign(WHOLE))).toBe('accepted');
    expect(await codeOf(await sign(WHOLE, stranger))).toBe('unauthenticated');
    expect(await codeOf(await sign({ ...WHOLE, iss: 'nexus' }))).toBe('unauthenticated');
  });

  it('is refused when it was changed, is not signed, or lacks a part', async () => {
    const [header = '', payload = '', signature = ''] = (await sign(WHOLE)).split('.');
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    const other = Buffer.from(JSON.stringify({ ...WHOLE, ep: 99 })).toString('base64url');
    for (const token of [
      '',
      'x',
      `${header}.${other}.${signature}`,
      `${none}.${payload}.`,
      `${header}.${payload}.`,
    ]) {
      expect(await codeOf(token)).toBe('unauthenticated');
    }
    for (const part of ['sub', 'sid', 'tv', 'exp', 'aud', 'ep', 'pid'] as const) {
      const { [part]: _left, ...rest } = WHOLE;
      expect(await codeOf(await sign(rest))).toBe('unauthenticated');
    }
    for (const ep of ['1', 1.5, null, 2 ** 60]) {
      expect(await codeOf(await sign({ ...WHOLE, ep }))).toBe('unauthenticated');
    }
  });
});
