import { generateKeyPairSync } from 'node:crypto';
import { StartupError } from '@sw/service-kit';
import { describe, expect, it } from 'vitest';
import { loadConfig } from './config.ts';
import { newKeys, regionEnv } from './testing/role-env.ts';

const SECRET = 'kQ9v-test-only-zT4mWx7rBn2LpHs6YdGf';
const load = (env: Record<string, string | undefined>) => loadConfig({ JWT_SECRET: SECRET, ...env });
const sentenceOf = (env: Record<string, string | undefined>): string => {
  try {
    load(env);
  } catch (error) {
    if (error instanceof StartupError) return error.message;
    throw error;
  }
  return 'no refusal';
};
const KEYS = newKeys();
const REGION = regionEnv();
const NEXUS = {
  SERVICE_ROLE: 'nexus',
  FRONTEND_URL: 'https://play.example',
  ADMIN_URL: 'https://play.example/admin/',
};

describe('a regional server', () => {
  it('knows its region, its hub and both keys', () => {
    const { regional, role } = load({ ...REGION, NEXUS_URL: 'http://central-nexus-server:8080/' });
    expect(role).toBe('region');
    expect(regional).toMatchObject({ regionName: 'kepler', nexusUrl: 'http://central-nexus-server:8080' });
    expect([regional?.hubKey.type, regional?.serviceKey.type]).toEqual(['public', 'private']);
  });

  it.each([
    ['REGION_NAME', 'REGION_NAME'],
    ['JWT_PUBLIC_KEY', 'JWT_PUBLIC_KEY'],
    ['NEXUS_URL', 'NEXUS_URL'],
    ['SERVICE_KEY', 'SERVICE_KEY_FILE'],
  ])('does not start without %s', (name, shown) => {
    expect(sentenceOf({ ...REGION, [name]: undefined })).toBe(`SERVICE_ROLE=region needs ${shown}.`);
  });

  it('is told everything it lacks at once', () => {
    expect(sentenceOf({ SERVICE_ROLE: 'region' })).toContain(
      'REGION_NAME, JWT_PUBLIC_KEY, NEXUS_URL, SERVICE_KEY_FILE',
    );
  });

  it.each([
    { ADMIN_USERNAME: 'operator' },
    { ADMIN_PASSWORD: 'long enough to pass' },
    { GALAXY_SEED: 'a seed' },
    { REGION_MANAGER_PUBLIC_KEY: KEYS.publicPem },
  ])('must not be given %o', (given) => {
    expect(sentenceOf({ ...REGION, ...given })).toBe(
      `SERVICE_ROLE=region must not be given ${Object.keys(given)[0]}.`,
    );
  });

  it.each([
    [{ REGION_NAME: 'Kepler' }, 'REGION_NAME: must be lower-case'],
    [{ REGION_NAME: '../etc' }, 'REGION_NAME'],
    [{ REGION_NAME: 'a'.repeat(33) }, 'REGION_NAME'],
    [{ NEXUS_URL: 'central-nexus-server:8080' }, 'NEXUS_URL must be an absolute'],
    [{ JWT_PUBLIC_KEY: 'not a key' }, 'JWT_PUBLIC_KEY must hold a public key'],
    [{ JWT_PUBLIC_KEY: KEYS.privatePem }, 'JWT_PUBLIC_KEY must hold a public key, not a private one'],
    [{ SERVICE_KEY: KEYS.publicPem }, 'SERVICE_KEY_FILE must hold a private key'],
  ])('refuses %o', (given, part) => {
    expect(sentenceOf({ ...REGION, ...given })).toContain(part);
  });

  it('takes no key of another kind, and shows none', () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const sentence = sentenceOf({ ...REGION, SERVICE_KEY: pem });
    expect(sentence).toBe('SERVICE_KEY_FILE must be an Ed25519 key.');
  });

  it('reads a key whose line breaks were folded', () => {
    const folded = KEYS.publicPem.trim().replaceAll('\n', '\\n');
    expect(load({ ...REGION, JWT_PUBLIC_KEY: folded }).regional?.hubKey.asymmetricKeyType).toBe('ed25519');
  });
});

describe('a server with hub functions', () => {
  it.each(['REGION_NAME', 'JWT_PUBLIC_KEY', 'NEXUS_URL', 'SERVICE_KEY'])('must not be given %s', (name) => {
    const given = { [name]: REGION[name] };
    const shown = name === 'SERVICE_KEY' ? 'SERVICE_KEY_FILE' : name;
    expect(sentenceOf(given)).toBe(`SERVICE_ROLE=standalone must not be given ${shown}.`);
    expect(sentenceOf({ ...NEXUS, ...given })).toBe(`SERVICE_ROLE=nexus must not be given ${shown}.`);
  });

  it('needs its public addresses when it is the hub of several', () => {
    expect(sentenceOf({ SERVICE_ROLE: 'nexus' })).toBe('SERVICE_ROLE=nexus needs FRONTEND_URL, ADMIN_URL.');
    expect(load(NEXUS)).toMatchObject({ role: 'nexus', regional: null, managerKey: null });
  });

  it('believes a region-manager whose key it was given', () => {
    expect(load({ REGION_MANAGER_PUBLIC_KEY: KEYS.publicPem }).managerKey?.type).toBe('public');
    expect(sentenceOf({ REGION_MANAGER_PUBLIC_KEY: 'x' })).toContain('REGION_MANAGER_PUBLIC_KEY');
  });
});
