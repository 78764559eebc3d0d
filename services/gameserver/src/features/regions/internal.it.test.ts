import { createPrivateKey } from 'node:crypto';
import type { ServiceIssuer } from '@sw/service-kit';
import { createServiceSigner, createUuidV7 } from '@sw/service-kit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { orderRegion, regionRequest, untilRegion } from '../../testing/make-region.ts';
import { newKeys } from '../../testing/role-env.ts';
import { stopBalanced } from '../../testing/stop-balanced.ts';
import type { TestGame } from '../../testing/test-game.ts';
import { createTestGame } from '../../testing/test-game.ts';

const manager = newKeys();
const kepler = newKeys();
let game: TestGame;
let ownerId: string;

beforeAll(async () => {
  game = await createTestGame({
    withNexus: true,
    env: {
      REGION_MANAGER_URL: 'http://127.0.0.1:9',
      REGION_MANAGER_PUBLIC_KEY: manager.publicPem,
      MAX_REGIONS_PER_USER: '9',
    },
  });
  ownerId = (await game.join('Owner')).userId;
  for (const name of ['kepler', 'vega']) await orderRegion(game, regionRequest(name, ownerId));
}, 60_000);
afterAll(() => stopBalanced(game));

const tokenOf = (issuer: ServiceIssuer, privatePem: string): Promise<string> =>
  createServiceSigner({
    issuer,
    privateKey: createPrivateKey(privatePem),
    nowMs: game.clock,
    newId: createUuidV7(game.clock),
  }).mint('internal');

const send = async (
  method: 'GET' | 'PUT' | 'POST' | 'DELETE',
  path: string,
  token: string,
  body?: object,
) => {
  const response = await game.app.inject({
    method,
    url: `/api/v1/internal/regions/${path}`,
    headers: { authorization: `Bearer ${token}` },
    ...(body === undefined ? {} : { payload: body }),
  });
  return { status: response.statusCode, body: response.json<Record<string, unknown>>() };
};
const asManager = () => tokenOf('region-manager', manager.privatePem);
const asKepler = () => tokenOf('region:kepler', kepler.privatePem);
const attachment = {
  endpoint: 'http://region-kepler-server:8080',
  gatewaySectorNumber: 51,
  sectors: 100,
  servicePublicKey: kepler.publicPem,
};
const counters = {
  onlinePlayers: 3,
  activePlayers7d: 12,
  activePlayers30d: 20,
  tradeVolume30d: 5_000,
  instanceVersion: 'sha256:ab',
};

describe('a region served elsewhere', () => {
  it('is certified to the manager', async () => {
    expect(await send('GET', 'kepler', await asManager())).toMatchObject({
      status: 200,
      body: { name: 'kepler', firstSectorId: 5301, sectorCount: 100, status: 'pending', entitled: true },
    });
    expect(await send('GET', 'nowhere', await asManager())).toMatchObject({ status: 404 });
  });

  it.each([
    ['another number of sectors', { sectors: 101 }, 409, 'invalid_state'],
    ['a gateway it does not have', { gatewaySectorNumber: 101 }, 409, 'invalid_state'],
    ['no key', { servicePublicKey: 'x'.repeat(100) }, 400, 'validation_failed'],
    ['an address that is none', { endpoint: 'kepler' }, 400, 'validation_failed'],
    ['an address of another kind', { endpoint: 'file:///etc/passwd' }, 400, 'validation_failed'],
    ['something more', { isAdmin: true }, 400, 'validation_failed'],
  ])('is not attached with %s', async (_name, wrong, status, code) => {
    expect(
      await send('PUT', 'kepler/attachment', await asManager(), { ...attachment, ...wrong }),
    ).toMatchObject({
      status,
      body: { code },
    });
    const [row] = await game.database.sql`SELECT status, endpoint FROM regions WHERE name = 'kepler'`;
    expect(row).toEqual({ status: 'pending', endpoint: null });
  });

  it('is attached once: a stub of its gateway, a link, and no world', async () => {
    const replies = await Promise.all([
      send('PUT', 'kepler/attachment', await asManager(), attachment),
      send('PUT', 'kepler/attachment', await asManager(), attachment),
    ]);
    expect(replies).toMatchObject([
      { status: 200, body: { status: 'active', link: { gatewaySectorNumber: 51 } } },
      { status: 200, body: { status: 'active' } },
    ]);
    const region = await untilRegion(game, (found) => found !== undefined, 'kepler');
    const atlas = game.deps.atlas();
    expect(region).toMatchObject({ isRemote: true, sectorCount: 100, gatewaySectorId: 5351 });
    expect(atlas.sector(5351)).toMatchObject({ code: 'KEP-51', isProtected: true, zone: { kind: 'border' } });
    expect(atlas.sector(5350)).toBeUndefined();
    expect(atlas.sector(5351)?.warps.map(({ to }) => to)).toEqual([region?.nexusSectorId]);
  });

  it('reports by its own key, and learns what it has to apply', async () => {
    const reply = await send('POST', 'kepler/counters', await asKepler(), counters);
    expect(reply).toMatchObject({
      status: 200,
      body: {
        status: 'active',
        title: 'Region kepler',
        ownerUserId: ownerId,
        link: { nexus: { name: 'central-nexus', zone: { kind: 'expanse' } } },
        governance: { regionTaxBp: 1000, linkToll: 250, entryPolicy: 'open' },
      },
    });
    const [row] = await game.database.sql`
      SELECT online_players, active_players, trade_volume_30d, instance_version FROM regions WHERE name = 'kepler'`;
    expect(row).toEqual({
      onlinePlayers: 3,
      activePlayers: 12,
      tradeVolume30d: 5000n,
      instanceVersion: 'sha256:ab',
    });
  });

  it('speaks for itself only, and the manager does not speak for it', async () => {
    expect(await send('POST', 'vega/counters', await asKepler(), counters)).toMatchObject({ status: 404 });
    expect(await send('GET', 'vega', await asKepler())).toMatchObject({ status: 404 });
    expect(await send('POST', 'kepler/counters', await asManager(), counters)).toMatchObject({ status: 403 });
    for (const method of ['PUT', 'DELETE'] as const) {
      const body = method === 'PUT' ? attachment : undefined;
      expect(await send(method, 'kepler/attachment', await asKepler(), body)).toMatchObject({ status: 403 });
      expect(await send(method, 'kepler/attachment', 'nonsense', body)).toMatchObject({ status: 401 });
    }
  });

  it('refuses counters that are none', async () => {
    for (const wrong of [{ onlinePlayers: -1 }, { activePlayers7d: 1.5 }, { tradeVolume30d: 1e18 }]) {
      expect(
        await send('POST', 'kepler/counters', await asKepler(), { ...counters, ...wrong }),
      ).toMatchObject({
        status: 400,
      });
    }
  });

  it('is detached once; nobody enters it any more, and it is not attached again', async () => {
    for (let i = 0; i < 2; i++) {
      expect(await send('DELETE', 'kepler/attachment', await asManager())).toMatchObject({
        status: 200,
        body: { status: 'terminated', link: null },
      });
    }
    await untilRegion(game, (found) => found === undefined, 'kepler');
    expect(await send('PUT', 'kepler/attachment', await asManager(), attachment)).toMatchObject({
      status: 409,
      body: { code: 'invalid_state', regionStatus: 'terminated' },
    });
    expect(await send('POST', 'kepler/counters', await asKepler(), counters)).toMatchObject({
      body: { status: 'terminated', link: null },
    });
  });

  it('that never came up is failed by its detachment, and may be tried again', async () => {
    expect(await send('DELETE', 'vega/attachment', await asManager())).toMatchObject({
      body: { status: 'failed' },
    });
    expect(
      await send('PUT', 'vega/attachment', await asManager(), {
        ...attachment,
        servicePublicKey: newKeys().publicPem,
      }),
    ).toMatchObject({ status: 200, body: { status: 'active' } });
  });
});
