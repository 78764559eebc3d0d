import { StartupError } from '@sw/service-kit';
import { describe, expect, it } from 'vitest';
import { loadConfig } from './config.ts';

const SECRET = 'kQ9v-test-only-zT4mWx7rBn2LpHs6YdGf';
const load = (env: Record<string, string | undefined> = {}) => loadConfig({ JWT_SECRET: SECRET, ...env });
const sentenceOf = (env: Record<string, string | undefined>): string => {
  try {
    load(env);
  } catch (error) {
    if (error instanceof StartupError) return error.message;
    throw error;
  }
  return 'no refusal';
};

describe('without settings', () => {
  it('a server is in production, open to the network and strict', () => {
    expect(load()).toMatchObject({
      environment: 'production',
      host: '0.0.0.0',
      port: 8080,
      metricsHost: '127.0.0.1',
      metricsPort: 9464,
      role: 'standalone',
      poolSize: 20,
      accessTokenTtlS: 900,
      refreshTokenTtlMs: 7 * 86_400_000,
      rateLimitFactor: 1,
      isRelaxedIgnored: false,
      isNexusEnabled: true,
      trustedProxies: ['172.20.0.0/16', '172.21.0.0/16'],
      corsAllowedOrigins: [],
    });
  });
});

describe('the secret', () => {
  it.each([
    ['missing', { JWT_SECRET: undefined }, 'JWT_SECRET is missing'],
    ['empty', { JWT_SECRET: '' }, 'JWT_SECRET is missing'],
    ['short', { JWT_SECRET: 'x7'.repeat(15) }, 'JWT_SECRET: must have at least 32 characters'],
    ['one sign over and over', { JWT_SECRET: 'a'.repeat(40) }, 'JWT_SECRET is a sample value'],
    [
      'an example',
      { JWT_SECRET: 'an-example-of-a-long-enough-secret-value' },
      'JWT_SECRET is a sample value',
    ],
    [
      'to be changed',
      { JWT_SECRET: 'CHANGE_ME_to_something_long_and_random_ok' },
      'JWT_SECRET is a sample value',
    ],
    [
      'to be changed, otherwise written',
      { JWT_SECRET: 'please-changeme-please-changeme-now!' },
      'JWT_SECRET is a sample value',
    ],
    ['counted up', { JWT_SECRET: '01234567890123456789012345678901' }, 'JWT_SECRET is a sample value'],
    ['a word', { JWT_SECRET: 'secret-secret-secret-secret-secret-1' }, 'JWT_SECRET is a sample value'],
    ['yours', { JWT_SECRET: 'your-secret-goes-here-your-secret-goes' }, 'JWT_SECRET is a sample value'],
  ])('%s is refused', (_case, env, sentence) => {
    expect(sentenceOf(env)).toContain(sentence);
  });

  it('is never part of the sentence', () => {
    expect(sentenceOf({ JWT_SECRET: 'hunter2-hunter2' })).not.toContain('hunter2');
  });
});

describe('development', () => {
  it('stays on this machine', () => {
    expect(load({ ENVIRONMENT: 'development' })).toMatchObject({ host: '127.0.0.1' });
    for (const HOST of ['0.0.0.0', '192.168.1.7', 'play.example', '::']) {
      expect(sentenceOf({ ENVIRONMENT: 'development', HOST })).toContain('HOST must be a loopback address');
    }
    for (const HOST of ['localhost', '127.0.0.2', '::1']) {
      expect(load({ ENVIRONMENT: 'development', HOST }).host).toBe(HOST);
    }
  });
});

describe('relaxed rates', () => {
  it.each([
    [{ ENVIRONMENT: 'development' }, 100, false],
    [{ ENVIRONMENT: 'test', HOST: '127.0.0.1' }, 100, false],
    [{ ENVIRONMENT: 'test', HOST: '0.0.0.0' }, 1, true],
    [{ ENVIRONMENT: 'production', HOST: '127.0.0.1' }, 1, true],
    [{}, 1, true],
  ])('%j: factor %i, ignored %s', (env, factor, isIgnored) => {
    const config = load({ RATE_LIMITS: 'relaxed', ...env });
    expect([config.rateLimitFactor, config.isRelaxedIgnored]).toEqual([factor, isIgnored]);
  });
});

describe('what cannot be used', () => {
  it.each([
    [{ SERVICE_ROLE: 'hub' }, 'SERVICE_ROLE: must be standalone, nexus or region'],
    [{ RATE_LIMITS: 'none' }, 'RATE_LIMITS: must be strict or relaxed'],
    [{ PORT: '70000' }, 'PORT'],
    [{ PORT: 'http' }, 'PORT'],
    [{ DATABASE_POOL_SIZE: '2' }, 'DATABASE_POOL_SIZE'],
    [{ ACCESS_TOKEN_EXPIRE_MINUTES: '0' }, 'ACCESS_TOKEN_EXPIRE_MINUTES'],
    [{ ADMIN_PASSWORD: 'short' }, 'ADMIN_PASSWORD: must have at least 12 characters'],
    [{ ENVIRONMENT: 'staging' }, 'ENVIRONMENT: must be one of production, development, test'],
    [{ NEXUS_ENABLED: 'perhaps' }, 'NEXUS_ENABLED'],
    [{ FRONTEND_URL: 'ftp://play.example' }, 'FRONTEND_URL'],
    [{ GALAXY_SEED: 'x'.repeat(65) }, 'GALAXY_SEED'],
    [{ REDIS_URL: 'http://cache:6379' }, 'REDIS_URL: must be a redis:// or rediss:// address'],
    [{ REDIS_URL: 'redis://cache', REDIS_PREFIX: 'r *' }, 'REDIS_PREFIX'],
    [{ REDIS_NEXUS_URL: 'redis://cache' }, 'REDIS_NEXUS_URL needs REDIS_URL'],
  ])('%j is named', (env, part) => {
    expect(sentenceOf(env)).toContain(part);
  });

  it('is named all at once', () => {
    const sentence = sentenceOf({ JWT_SECRET: undefined, PORT: 'x', RATE_LIMITS: 'x' });
    for (const name of ['JWT_SECRET', 'PORT', 'RATE_LIMITS']) expect(sentence).toContain(name);
  });
});
