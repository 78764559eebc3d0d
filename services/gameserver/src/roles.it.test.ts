import { randomUUID } from 'node:crypto';
import type { EndpointDeclaration } from '@sw/contracts';
import { homeOf, PLAYER_ENDPOINTS } from '@sw/contracts';
import { ADMIN_ENDPOINTS } from '@sw/contracts/admin';
import { INTERNAL_ENDPOINTS } from '@sw/contracts/internal';
import { createMetrics, createServiceSigner, createSilentLogger } from '@sw/service-kit';
import type { TestDatabase } from '@sw/test-kit';
import { createGameDatabase } from '@sw/test-kit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GameApp } from './app.ts';
import { buildApp } from './app.ts';
import { loadConfig } from './config.ts';
import { newKeys, regionEnv } from './testing/role-env.ts';

const ALL_ENDPOINTS: readonly EndpointDeclaration[] = [
  ...new Set<EndpointDeclaration>([
    ...Object.values(PLAYER_ENDPOINTS),
    ...Object.values(ADMIN_ENDPOINTS),
    ...Object.values<EndpointDeclaration>(INTERNAL_ENDPOINTS),
  ]),
];
const COMMON = { ENVIRONMENT: 'test', HOST: '127.0.0.1', JWT_SECRET: 'kQ9v-test-only-zT4mWx7rBn2LpHs6YdGf' };
const ADDRESSES = { FRONTEND_URL: 'https://play.example', ADMIN_URL: 'https://play.example/admin' };

let database: TestDatabase;
const apps = new Map<string, GameApp>();

beforeAll(async () => {
  database = await createGameDatabase();
  const environments = {
    standalone: {},
    nexus: { SERVICE_ROLE: 'nexus', ...ADDRESSES },
    region: regionEnv(),
  };
  for (const [role, env] of Object.entries(environments)) {
    const config = loadConfig({ ...COMMON, ...env });
    apps.set(
      role,
      await buildApp({ config, db: database.db, logger: createSilentLogger(), metrics: createMetrics() }),
    );
  }
});
afterAll(async () => {
  for (const { app } of apps.values()) await app.close();
  await database.drop();
});

const app = (role: string): GameApp => {
  const found = apps.get(role);
  if (found === undefined) throw new Error(`no server of role ${role}`);
  return found;
};
const isMounted = (role: string, { method, path }: EndpointDeclaration): boolean =>
  app(role).app.hasRoute({ method, url: `/api/v1${path.replaceAll(/\{(\w+)\}/g, ':$1')}` });
const missing = (role: string): string[] =>
  ALL_ENDPOINTS.filter((endpoint) => !isMounted(role, endpoint)).map(({ id }) => id);

describe('the endpoints of a server', () => {
  it.each(['standalone', 'nexus'])('%s: all of them', (role) => {
    expect(missing(role)).toEqual([]);
  });

  it('region: those of a world, and of every server', () => {
    const ofHubs = ALL_ENDPOINTS.filter((endpoint) => homeOf(endpoint) === 'hub').map(({ id }) => id);
    expect(missing('region')).toEqual(ofHubs);
    expect(ofHubs).toEqual(
      expect.arrayContaining(['auth.register', 'auth.login', 'auth.refresh', 'bank.get']),
    );
  });

  it('region: signs nobody in', () => {
    const signIn = ALL_ENDPOINTS.filter(({ path }) => /^\/(?:admin\/)?auth\//.test(path));
    expect(signIn.filter((endpoint) => isMounted('region', endpoint)).map(({ id }) => id)).toEqual([
      'auth.wsTicket',
    ]);
  });
});

describe('readiness', () => {
  it.each(['standalone', 'nexus', 'region'])('%s waits for its database and its world', async (role) => {
    const response = await app(role).app.inject({ url: '/ready' });
    expect(response.statusCode).toBe(503);
    expect(response.json<{ checks: object }>().checks).toMatchObject({ database: 'ok', galaxy: 'failed' });
  });
});

describe('calls of services', () => {
  const sign = (issuer: 'nexus' | 'region-manager' | `region:${string}`, privatePem: string) =>
    createServiceSigner({
      issuer,
      privateKey: loadConfig({ ...COMMON, ...regionEnv(undefined, privatePem) }).regional
        ?.serviceKey as never,
      nowMs: Date.now,
      newId: randomUUID,
    }).mint('internal');

  it('of a region are proved by the key of its attachment', async () => {
    const own = newKeys();
    await database.sql`
      INSERT INTO regions (id, name, code, title, kind, sector_count, first_sector_id, seed, generator_version, plan_hash,
                           map_x, map_y, map_z, service_public_key)
      VALUES (${randomUUID()}, 'kepler', 'KEP', 'Kepler', 'player_owned', 100, 9001, 's', 1, 'h', 0, 0, 0, ${own.publicPem})`;
    const { verify } = app('standalone').deps.identity;
    expect(await verify(await sign('region:kepler', own.privatePem), Date.now())).toMatchObject({
      issuer: 'region:kepler',
    });
    for (const token of [
      await sign('region:kepler', newKeys().privatePem),
      await sign('region:vega', own.privatePem),
      await sign('region-manager', own.privatePem),
      await sign('nexus', own.privatePem),
    ]) {
      await expect(verify(token, Date.now())).rejects.toMatchObject({ code: 'unauthenticated' });
    }
  });

  it('to a region come from its hub alone', async () => {
    const { verify } = app('region').deps.identity;
    const stranger = app('standalone').deps.identity.signer;
    await expect(verify(await stranger.mint('internal'), Date.now())).rejects.toMatchObject({
      code: 'unauthenticated',
    });
    const own = app('region').deps.identity.signer;
    await expect(verify(await own.mint('internal'), Date.now())).rejects.toMatchObject({
      code: 'unauthenticated',
    });
  });
});
