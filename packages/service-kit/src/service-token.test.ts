import type { KeyObject } from 'node:crypto';
import { generateKeyPairSync } from 'node:crypto';
import { SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { AppError } from './app-error.ts';
import type { ServiceAudience, ServiceIssuer } from './service-token.ts';
import { createServiceSigner, createServiceVerifier } from './service-token.ts';

const NOW = Date.UTC(2102, 3, 1);
const keysOf = { hub: generateKeyPairSync('ed25519'), kepler: generateKeyPairSync('ed25519') };
const KNOWN: Readonly<Record<string, KeyObject>> = {
  nexus: keysOf.hub.publicKey,
  'region:kepler': keysOf.kepler.publicKey,
};

let ids = 0;
const newId = (): string => {
  ids += 1;
  return `id-${ids}`;
};
const signer = (issuer: ServiceIssuer, privateKey: KeyObject, nowMs = NOW) =>
  createServiceSigner({ issuer, privateKey, nowMs: () => nowMs, newId });
const verifier = (audience: ServiceAudience = 'internal') =>
  createServiceVerifier({ audience, keyOf: (issuer) => KNOWN[issuer] });
const codeOf = async (token: string, nowMs = NOW): Promise<string> => {
  try {
    await verifier()(token, nowMs);
    return 'accepted';
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
};
const forge = (claims: object, key = keysOf.kepler.privateKey, alg = 'EdDSA') =>
  new SignJWT({ ...claims }).setProtectedHeader({ alg }).sign(key);
const SECONDS = NOW / 1000;
const HONEST = { iss: 'region:kepler', aud: 'internal', jti: 'x', iat: SECONDS, exp: SECONDS + 60 };

describe('a service token', () => {
  it('proves its issuer, and what it is for', async () => {
    const token = await signer('region:kepler', keysOf.kepler.privateKey).mint('internal', {
      scope: 'journeys',
    });
    expect(await verifier()(token, NOW)).toEqual({
      issuer: 'region:kepler',
      scope: 'journeys',
      tokenId: `id-${ids}`,
    });
  });

  it('has no scope unless it was given one', async () => {
    const token = await signer('nexus', keysOf.hub.privateKey).mint('region-manager');
    expect((await verifier('region-manager')(token, NOW)).scope).toBeUndefined();
  });

  it('is good for a minute', async () => {
    const token = await signer('nexus', keysOf.hub.privateKey).mint('internal');
    expect(await codeOf(token, NOW + 60_000)).toBe('accepted');
    expect(await codeOf(token, NOW + 66_000)).toBe('token_expired');
    expect(await codeOf(token, NOW - 6_000)).toBe('unauthenticated');
  });

  it('opens nothing it is not meant for', async () => {
    const token = await signer('nexus', keysOf.hub.privateKey).mint('region-manager');
    expect(await codeOf(token)).toBe('unauthenticated');
  });

  it('is not believed from one who signs as another', async () => {
    const token = await signer('nexus', keysOf.kepler.privateKey).mint('internal');
    expect(await codeOf(token)).toBe('unauthenticated');
  });

  it('is not believed from nobody in particular', async () => {
    for (const iss of ['region:vega', 'region-manager', 'region:', 'region:../nexus', 'someone', '']) {
      expect(await codeOf(await forge({ ...HONEST, iss }))).toBe('unauthenticated');
    }
  });

  it('must be whole', async () => {
    expect(await codeOf(await forge(HONEST))).toBe('accepted');
    for (const part of ['aud', 'jti', 'iat', 'exp'] as const) {
      const { [part]: _left, ...rest } = HONEST;
      expect(await codeOf(await forge(rest))).toBe('unauthenticated');
    }
  });

  it('must not claim a long life, nor two audiences', async () => {
    expect(await codeOf(await forge({ ...HONEST, exp: SECONDS + 3_600 }))).toBe('unauthenticated');
    expect(await codeOf(await forge({ ...HONEST, aud: ['internal', 'region-manager'] }))).toBe(
      'unauthenticated',
    );
  });

  it('must be signed, by the one algorithm', async () => {
    const [header = '', payload = '', signature = ''] = (await forge(HONEST)).split('.');
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    const changed = Buffer.from(JSON.stringify({ ...HONEST, scope: 'everything' })).toString('base64url');
    const hmac = new SignJWT({ ...HONEST }).setProtectedHeader({ alg: 'HS256' });
    const publicPem = keysOf.kepler.publicKey.export({ type: 'spki', format: 'pem' }).toString();
    for (const token of [
      `${none}.${payload}.`,
      `${none}.${payload}.${signature}`,
      `${header}.${changed}.${signature}`,
      `${header}.${payload}.`,
      await hmac.sign(new TextEncoder().encode(publicPem)),
      '',
      '..',
      'a.b.c',
      `${header}.${Buffer.from('null').toString('base64url')}.${signature}`,
    ]) {
      expect(await codeOf(token)).toBe('unauthenticated');
    }
  });
});
