import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mintRegionToken } from '../../http/region-token.ts';
import type { TwoServers } from '../../testing/two-servers.ts';
import { REGION, startTwoServers } from '../../testing/two-servers.ts';
import { ensureRegionWorld, followHub } from '../regions/index.ts';

let two: TwoServers;
beforeAll(async () => {
  two = await startTwoServers();
}, 120_000);
afterAll(() => two.stop());

const ask = async (base: string, path: string, token?: string) => {
  const response = await fetch(`${base}/api/v1${path}`, {
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
  });
  const body = (await response.json()) as Record<string, unknown>;
  return { status: response.status, code: body['code'], body };
};
const tokenOf = (claims: { playerId?: string; userId?: string; epoch?: bigint }, regionName = REGION) =>
  mintRegionToken(
    two.hub.deps.keys.signing,
    regionName,
    {
      kind: 'player',
      userId: claims.userId ?? randomUUID(),
      playerId: claims.playerId ?? randomUUID(),
      sessionId: randomUUID(),
      tokenVersion: 1,
      mfaAtMs: null,
      epoch: claims.epoch ?? 1n,
    },
    { tokenId: randomUUID(), nowMs: two.clock(), ttlS: 900 },
  );

describe('the world of a regional server', () => {
  it('is its one region and the end of its link, the same as the hub would have made', async () => {
    const [own] = await two.regionDatabase.sql`
      SELECT kind, sector_count, plan_hash <> '' AS is_made, endpoint FROM regions WHERE name = ${REGION}`;
    expect(own).toEqual({ kind: 'player_owned', sectorCount: 100, isMade: true, endpoint: null });
    const [nexus] = await two.regionDatabase.sql`
      SELECT r.id, r.endpoint, count(s.id)::int AS sectors FROM regions r JOIN sectors s ON s.region_id = r.id
      WHERE r.kind = 'central_nexus' GROUP BY r.id`;
    expect(nexus).toMatchObject({ endpoint: two.hubUrl, sectors: 1 });
    const link = (sql: typeof two.hub.database.sql) => sql`
      SELECT from_sector_id, to_sector_id FROM warps
      WHERE kind = 'nexus_link' AND (from_sector_id IN (SELECT gateway_sector_id FROM regions WHERE name = ${REGION})
        OR to_sector_id IN (SELECT gateway_sector_id FROM regions WHERE name = ${REGION}))
      ORDER BY from_sector_id`;
    expect(await link(two.regionDatabase.sql)).toEqual(await link(two.hub.database.sql));
  });

  it('is made once', async () => {
    const made = await two.regionDatabase.sql`SELECT count(*)::int AS n FROM sectors`;
    const { regional } = two.region.deps.config;
    if (regional === null) throw new Error('not a region');
    await ensureRegionWorld(two.regionDatabase.db, {
      settings: regional,
      call: two.region.deps.callInternal,
      nowMs: two.clock(),
      newId: randomUUID,
      onProgress: () => {},
    });
    expect(await two.regionDatabase.sql`SELECT count(*)::int AS n FROM sectors`).toEqual(made);
  });

  it('does not start in the database of another', async () => {
    const { regional } = two.region.deps.config;
    if (regional === null) throw new Error('not a region');
    const settings = { ...regional, regionName: 'vega' };
    const attempt = ensureRegionWorld(two.regionDatabase.db, {
      settings,
      call: two.region.deps.callInternal,
      nowMs: two.clock(),
      newId: randomUUID,
      onProgress: () => {},
    });
    await expect(attempt).rejects.toThrow('This database holds the world of kepler, not of vega');
  });

  it('applies what its owner decides at the hub, once', async () => {
    await two.hub.database.sql`
      UPDATE region_governance SET link_toll = 125, motto = 'per aspera'
      WHERE region_id = (SELECT id FROM regions WHERE name = ${REGION})`;
    await followHub(two.region.deps, two.clock());
    const read = () => two.regionDatabase.sql`
      SELECT g.link_toll, g.motto, g.version FROM region_governance g JOIN regions r ON r.id = g.region_id
      WHERE r.name = ${REGION}`;
    const [applied] = await read();
    expect(applied).toMatchObject({ linkToll: 125, motto: 'per aspera' });
    await followHub(two.region.deps, two.clock());
    expect(await read()).toEqual([applied]);
  });
});

describe('a regional server', () => {
  it('is ready and says which region it is', async () => {
    expect((await fetch(`${two.region.url}/ready`)).status).toBe(200);
    expect((await ask(two.region.url, '/status')).body).toMatchObject({ role: 'region', region: REGION });
  });

  it('signs nobody in', async () => {
    for (const path of [
      '/auth/login',
      '/auth/register',
      '/auth/refresh',
      '/admin/auth/login',
      '/auth/region-token',
    ]) {
      const response = await fetch(`${two.region.url}/api/v1${path}`, { method: 'POST' });
      expect([path, response.status]).toEqual([path, 404]);
    }
  });

  it('takes no token of the hub, of another region, or of nobody', async () => {
    const { token } = two.founder;
    for (const offered of [
      token,
      await tokenOf({}, 'vega'),
      'x.y.z',
      `${(await tokenOf({})).slice(0, -4)}AAAA`,
    ]) {
      expect(await ask(two.region.url, '/player/state', offered)).toMatchObject({
        status: 401,
        code: 'unauthenticated',
      });
    }
    expect((await ask(two.hubUrl, '/player/state', await tokenOf({}))).code).toBe('unauthenticated');
  });

  it('plays nobody it does not hold', async () => {
    expect(await ask(two.region.url, '/player/state', await tokenOf({}))).toMatchObject({
      status: 409,
      code: 'in_transit',
    });
    expect((await ask(two.region.url, '/bank', await tokenOf({}))).status).toBe(404);
  });
});

describe('tokens for a region', () => {
  it('are not given to somebody it does not hold', async () => {
    const refusal = await two.founder.send('POST', '/auth/region-token', { body: { regionName: REGION } });
    expect(refusal).toMatchObject({ status: 409, code: 'wrong_region' });
    expect(refusal.body).toMatchObject({
      regionName: 'terran-space',
      apiBase: '/api/v1',
      wsUrl: '/api/v1/ws/connect',
    });
  });
});

describe('paths that name a region', () => {
  it('answer the player who is there like paths that name none', async () => {
    const plain = await two.founder.send('GET', '/ships', {});
    const named = await two.founder.send('GET', '/regions/terran-space/ships', {});
    expect(named.status).toBe(200);
    expect(named.body).toEqual(plain.body);
  });

  it('tell the player who is elsewhere where he goes on', async () => {
    for (const name of [REGION, 'central-nexus']) {
      const refusal = await two.founder.send('GET', `/regions/${name}/ships`, {});
      expect(refusal).toMatchObject({ status: 409, code: 'wrong_region' });
      expect(refusal.body).toMatchObject({ regionName: 'terran-space', apiBase: '/api/v1' });
    }
  });

  it('know no other regions, and no groups that belong to none', async () => {
    expect((await two.founder.send('GET', '/regions/nowhere/ships', {})).status).toBe(404);
    expect((await two.founder.send('GET', '/regions/terran-space/bank', {})).status).toBe(404);
    expect((await two.founder.send('POST', '/regions/terran-space/auth/login', { body: {} })).status).toBe(
      404,
    );
  });

  it('ask for a token before they say anything of a region', async () => {
    expect((await ask(two.hubUrl, '/regions/nowhere/ships')).status).toBe(401);
  });
});
