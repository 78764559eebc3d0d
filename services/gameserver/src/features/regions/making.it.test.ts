import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeRegion, orderRegion, regionRequest, untilRegion } from '../../testing/make-region.ts';
import { stopBalanced } from '../../testing/stop-balanced.ts';
import type { TestGame } from '../../testing/test-game.ts';
import { createTestGame } from '../../testing/test-game.ts';
import type { TestPlayer } from '../../testing/test-player.ts';
import { readCertificate } from './certificate.service.ts';
import { makeRegions } from './make-regions.service.ts';

let game: TestGame;
let owner: TestPlayer;
beforeAll(async () => {
  game = await createTestGame({ withNexus: true, env: { MAX_REGIONS_PER_USER: '100' } });
  owner = await game.join('Owner');
}, 60_000);
afterAll(() => stopBalanced(game));

const order = (name: string, more: object = {}) =>
  orderRegion(game, { ...regionRequest(name, owner.userId), ...more });
const statusOf = async (name: string): Promise<string | undefined> =>
  (await game.database.sql<{ status: string }[]>`SELECT status FROM regions WHERE name = ${name}`)[0]?.status;

describe('the registry', () => {
  it('gives blocks that follow each other from 5301, codes of their own and places around the Nexus', async () => {
    await order('aster-one');
    await order('aster-two', { sectorCount: 300 });
    await order('aster-three');
    const rows = await game.database.sql`
      SELECT name, code, first_sector_id, map_slot, map_x, map_y, status FROM regions
      WHERE name LIKE 'aster%' ORDER BY first_sector_id`;
    expect(rows).toMatchObject([
      { name: 'aster-one', code: 'AST', mapSlot: 0, mapX: 2600, mapY: 0, status: 'pending' },
      { name: 'aster-two', code: 'ASE', mapSlot: 1 },
      { name: 'aster-three', mapSlot: 2 },
    ]);
    const first = rows.map((row) => Number(row['firstSectorId']));
    expect(first).toEqual([5301, 5401, 5701]);
    expect(new Set(rows.map((row) => row['code'])).size).toBe(3);
  });

  it('makes one region of two orders of one name at once, and two regions never share a block', async () => {
    const outcomes = await Promise.allSettled([
      order('twin'),
      order('twin'),
      ...['a', 'b', 'c', 'd'].map((suffix) => order(`sibling-${suffix}`)),
    ]);
    expect(outcomes.slice(0, 2).filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const refused = outcomes.find((outcome) => outcome.status === 'rejected');
    expect(refused).toMatchObject({ reason: { code: 'already_exists', members: { field: 'name' } } });
    const blocks = await game.database.sql<{ first: number; count: number }[]>`
      SELECT first_sector_id AS first, sector_count AS count FROM regions ORDER BY first_sector_id`;
    blocks.slice(1).forEach((block, index) => {
      const before = blocks[index];
      expect(block.first).toBeGreaterThanOrEqual((before?.first ?? 0) + (before?.count ?? 0));
    });
  });

  it('refuses whoever may not own a region, and leaves nothing behind', async () => {
    const stranger = await game.register('Stranger');
    await game.database.sql`UPDATE users SET status = 'banned' WHERE id = ${stranger.userId}`;
    const before = await game.database.sql`SELECT next_sector_id, next_map_slot FROM region_registry`;
    for (const ownerUserId of [stranger.userId, crypto.randomUUID()]) {
      await expect(order('outcast', { ownerUserId })).rejects.toMatchObject({ code: 'not_entitled' });
    }
    expect(await statusOf('outcast')).toBeUndefined();
    expect(await game.database.sql`SELECT next_sector_id, next_map_slot FROM region_registry`).toEqual(
      before,
    );
  });

  it('holds to the limits of an owner and of the galaxy', async () => {
    const small = await game.addServer({ env: { MAX_REGIONS_PER_USER: '1' } });
    const full = await game.addServer({ env: { MAX_REGIONS_PER_USER: '100', MAX_TOTAL_REGIONS: '1' } });
    await expect(orderRegion(small, regionRequest('one-more', owner.userId))).rejects.toMatchObject({
      code: 'quota_reached',
    });
    await expect(orderRegion(full, regionRequest('one-more', owner.userId))).rejects.toMatchObject({
      code: 'capacity_exhausted',
    });
    expect(await statusOf('one-more')).toBeUndefined();
  });

  it('certifies what a world is made of, with the zones the owner asked for', async () => {
    await order('tuned', {
      tuning: { federationEnd: 40, borderEnd: 70, shifts: { border: { policing: 2, danger: -1 } } },
    });
    expect(await readCertificate(game.deps, 'tuned')).toMatchObject({
      name: 'tuned',
      seed: 'seed of tuned',
      sectorCount: 100,
      entitled: true,
      zones: [
        { kind: 'federation', endNumber: 40 },
        { kind: 'border', startNumber: 41, endNumber: 70, policing: 7, danger: 3 },
        { kind: 'frontier', startNumber: 71, endNumber: 100 },
      ],
    });
    await expect(readCertificate(game.deps, 'nowhere')).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('making a region in this database', () => {
  it('makes a world a ship can fly to, in every process of the fleet and without a restart', async () => {
    await game.database.sql`UPDATE regions SET status = 'failed' WHERE status = 'pending'`;
    const other = await game.addServer();
    const region = await makeRegion(game, regionRequest('kepler', owner.userId));
    expect(region).toMatchObject({
      status: 'active',
      isRemote: false,
      linkToll: 250,
      ownerUserId: owner.userId,
    });
    const atlas = game.deps.atlas();
    expect(atlas.sectorsOf(region)).toHaveLength(100);
    const end = atlas.sector(region.nexusSectorId ?? 0);
    expect(end).toMatchObject({
      isProtected: true,
      region: { name: 'central-nexus' },
      cluster: { index: 0 },
    });
    expect(end?.warps).toContainEqual(
      expect.objectContaining({ kind: 'nexus_link', to: region.gatewaySectorId }),
    );

    await untilRegion(other, (found) => found !== undefined, 'kepler');
    const galaxy = await owner.at(other).ok('getGalaxy');
    expect(galaxy.regions.map(({ name }) => name)).toContain('kepler');
  });

  it('does each step once, whoever repeats it', async () => {
    await Promise.all([makeRegions(game.deps, game.clock()), makeRegions(game.deps, game.clock())]);
    const [made] = await game.database.sql`
      SELECT (SELECT count(*)::int FROM sectors s WHERE s.region_id = r.id) AS sectors,
             (SELECT count(*)::int FROM warps w JOIN sectors s ON s.id = w.from_sector_id
              WHERE w.kind = 'nexus_link' AND s.region_id = r.id) AS links
      FROM regions r WHERE name = 'kepler'`;
    expect(made).toEqual({ sectors: 100, links: 1 });
  });

  it('spreads the links over the clusters of the Nexus', async () => {
    const second = await makeRegion(game, regionRequest('second-link', owner.userId));
    const atlas = game.deps.atlas();
    expect(atlas.sector(second.nexusSectorId ?? 0)?.cluster.index).toBe(1);
  });

  it('goes on where a process died: after the order, while generating, before attaching', async () => {
    await order('survivor');
    await game.database.sql`UPDATE regions SET status = 'provisioning' WHERE name = 'survivor'`;
    await makeRegions(game.deps, game.clock());
    expect(await statusOf('survivor')).toBe('active');
    await order('latecomer');
    await makeRegions(
      {
        ...game.deps,
        atlas: () => {
          throw new Error('no galaxy yet');
        },
      },
      game.clock(),
    );
    expect(await statusOf('latecomer')).toBe('attaching');
    await makeRegions(game.deps, game.clock());
    expect(await statusOf('latecomer')).toBe('attaching');
    await makeRegions(game.deps, game.clock() + 1_000);
    expect(await statusOf('latecomer')).toBe('active');
    const steps = await game.database.sql`
      SELECT e.step, e.outcome FROM region_events e JOIN regions r ON r.id = e.region_id
      WHERE r.name = 'latecomer' ORDER BY e.id`;
    expect(steps).toEqual([
      { step: 'registered', outcome: 'done' },
      { step: 'generated', outcome: 'begun' },
      { step: 'generated', outcome: 'done' },
      { step: 'attached', outcome: 'failed' },
      { step: 'attached', outcome: 'done' },
    ]);
  });

  it('leaves a region alone that a region-manager makes', async () => {
    const managed = await game.addServer({
      env: { REGION_MANAGER_URL: 'http://127.0.0.1:9', MAX_REGIONS_PER_USER: '100' },
    });
    await orderRegion(managed, regionRequest('managed', owner.userId));
    await makeRegions(game.deps, game.clock());
    expect(await statusOf('managed')).toBe('pending');
  });
});
