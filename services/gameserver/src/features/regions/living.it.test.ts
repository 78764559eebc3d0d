import type { LifecycleAct } from '@sw/rules';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveAndTell } from '../../realtime/save-and-tell.ts';
import { setWallet } from '../../testing/arrange.ts';
import { makeRegion, regionRequest, untilRegion } from '../../testing/make-region.ts';
import { placeShip } from '../../testing/place-ship.ts';
import { stopBalanced } from '../../testing/stop-balanced.ts';
import type { TestGame } from '../../testing/test-game.ts';
import { createTestGame } from '../../testing/test-game.ts';
import type { TestPlayer } from '../../testing/test-player.ts';
import type { AtlasRegion } from '../universe/index.ts';
import { advanceLives, evacuateEnded } from './advance-life.service.ts';
import { actOnLife } from './lifecycle.ts';
import { lockRegion, touchRegistry } from './region.repository.ts';

const DAY = 86_400_000;

let game: TestGame;
let owner: TestPlayer;
let stranger: TestPlayer;
let region: AtlasRegion;
let gateway: number;
let nexus: number;

beforeAll(async () => {
  game = await createTestGame({ withNexus: true, env: { MAX_REGIONS_PER_USER: '9' } });
  owner = await game.join('Owner');
  stranger = await game.join('Stranger');
  region = await makeRegion(game, regionRequest('kepler', owner.userId));
  gateway = region.gatewaySectorId ?? 0;
  nexus = region.nexusSectorId ?? 0;
}, 60_000);
afterAll(() => stopBalanced(game));

const sql = () => game.database.sql;
const act = (what: LifecycleAct, name = 'kepler') =>
  game.db.command(async (tx) => {
    const [, [row]] = await tx.load(touchRegistry(tx.sql), lockRegion(tx.sql, name));
    if (row === undefined) throw new Error('no such region');
    const change = actOnLife(tx.sql, row, what, game.clock());
    await saveAndTell(game.deps, tx, game.clock(), change.writes, change.events);
  });
const govern = async (values: { toll?: number; policy?: string }): Promise<void> => {
  await sql()`
    UPDATE region_governance SET link_toll = ${values.toll ?? 250}, entry_policy = ${values.policy ?? 'open'}
    WHERE region_id = ${region.id}`;
};
/** Puts somebody before the link, with so many credits. */
const before = async (player: TestPlayer, credits = 5_000): Promise<string> => {
  const id = await placeShip(game, player, nexus);
  await sql()`
    INSERT INTO player_charts (player_id, region_id, charted, scanned, visited)
    SELECT ${id}, ${region.id}, c, s, s FROM (SELECT decode(repeat('ff', 13), 'hex') AS c, decode(repeat('00', 13), 'hex') AS s) d
    ON CONFLICT (player_id, region_id) DO NOTHING`;
  await setWallet(sql(), id, credits);
  return id;
};
const link = async (player: TestPlayer) =>
  (await player.ok('listMoves')).moves.find(({ kind }) => kind === 'nexus_link');
const enter = (player: TestPlayer, maxToll = 1_000) =>
  player.call('move', { body: { to: gateway, maxToll } });
const treasury = async (): Promise<bigint> => {
  const [row] = await sql()<{ sum: bigint }[]>`
    SELECT coalesce(sum(amount), 0)::bigint AS sum FROM credit_ledger
    WHERE to_account = ${`region:${region.id}`} AND reason = 'link_toll'`;
  return row?.sum ?? 0n;
};

describe('entering a region', () => {
  it('costs a stranger the toll, which its treasury gets, and its owner nothing', async () => {
    await before(stranger);
    expect(await link(stranger)).toMatchObject({ to: gateway, toll: 250, blocked: null });
    expect(await enter(stranger, 249)).toMatchObject({
      status: 409,
      code: 'toll_changed',
      body: { toll: 250 },
    });
    const reply = await enter(stranger);
    expect(reply.body).toMatchObject({ toll: 250, region: 'kepler', turns: { spent: 5 } });
    // 20 for being the first in that sector.
    expect((await stranger.state()).credits).toBe(4_770);
    expect(await treasury()).toBe(250n);

    await before(owner);
    expect(await link(owner)).toMatchObject({ toll: 0 });
    expect((await enter(owner, 0)).body).toMatchObject({ toll: 0 });
    expect(await treasury()).toBe(250n);
  });

  it('is planned with its toll, and the autopilot keeps to the limit it was given', async () => {
    await before(stranger);
    expect(await stranger.ok('plot', { body: { to: gateway } })).toMatchObject({ totalToll: 250 });
    const orders = { to: gateway, maxHops: 1, crossRegions: true };
    expect(await stranger.ok('autopilot', { body: { ...orders, maxTollTotal: 249 } })).toMatchObject({
      stoppedBecause: 'toll_limit',
    });
    expect(await stranger.ok('autopilot', { body: { ...orders, maxTollTotal: 250 } })).toMatchObject({
      completed: true,
      hops: [{ toll: 250 }],
    });
  });

  it('is refused without a charge to whoever cannot pay, and leaving is free', async () => {
    await before(stranger, 249);
    expect(await enter(stranger)).toMatchObject({ status: 409, code: 'insufficient_credits' });
    expect((await stranger.state()).credits).toBe(249);
    await placeShip(game, stranger, gateway);
    expect((await stranger.ok('move', { body: { to: nexus } })).toll).toBe(0);
  });

  it('is for members alone where the owner says so', async () => {
    await govern({ policy: 'members_only' });
    await before(stranger);
    expect(await link(stranger)).toMatchObject({ blocked: 'region_closed' });
    expect(await enter(stranger)).toMatchObject({ status: 409, code: 'region_closed' });
    await before(owner);
    expect((await enter(owner)).status).toBe(200);
    await govern({});
  });
});

describe('a suspended region', () => {
  it('lets in owner and stakeholders only, and everybody out', async () => {
    await act('suspend');
    await before(stranger);
    expect(await enter(stranger)).toMatchObject({ code: 'region_closed' });
    await before(owner);
    expect((await enter(owner)).status).toBe(200);
    await sql()`
      UPDATE stations SET owner_player_id = ${await stranger.playerId()}
      WHERE id = (SELECT id FROM stations WHERE region_id = ${region.id} ORDER BY id LIMIT 1)`;
    expect((await enter(stranger)).status).toBe(200);
    expect((await stranger.call('move', { body: { to: nexus } })).status).toBe(200);
    await sql()`UPDATE stations SET owner_player_id = NULL WHERE region_id = ${region.id}`;
    await expect(act('suspend')).rejects.toMatchObject({
      code: 'invalid_state',
      members: { regionStatus: 'suspended' },
    });
    await act('resume');
    await before(stranger);
    expect(await enter(stranger)).toMatchObject({ status: 200, code: undefined });
  });

  it('goes into grace and to its end by its clocks alone, however late they are looked at', async () => {
    await makeRegion(game, regionRequest('lapsed', owner.userId));
    await act('suspend', 'lapsed');
    const statusOf = async () =>
      (await sql()<{ status: string }[]>`SELECT status FROM regions WHERE name = 'lapsed'`)[0]?.status;
    const at = game.clock();
    await advanceLives(game.deps, at + 7 * DAY - 1);
    expect(await statusOf()).toBe('suspended');
    await Promise.all([advanceLives(game.deps, at + 40 * DAY), advanceLives(game.deps, at + 40 * DAY)]);
    await advanceLives(game.deps, at + 40 * DAY);
    expect(await statusOf()).toBe('terminated');
    await untilRegion(game, (found) => found?.status === 'terminated', 'lapsed');
    await evacuateEnded(game.deps, at + 40 * DAY);
    await advanceLives(game.deps, at + 48 * DAY);
    expect(await statusOf()).toBe('purged');
    await expect(act('resume', 'lapsed')).rejects.toMatchObject({ code: 'invalid_state' });
  });
});

describe('the end of a region', () => {
  it('brings everybody to the Nexus end with ship, cargo and wallet, and takes the link down', async () => {
    const pilot = await before(stranger);
    await enter(stranger);
    await before(owner);
    await enter(owner);
    const ownerId = await owner.playerId();
    const docks = game.deps
      .atlas()
      .sectorsOf(region)
      .find(({ stations }) => stations.length > 0);
    const station = docks?.stations[0];
    await sql()`
      UPDATE ships SET status = 'docked', station_id = ${station?.id ?? null}, sector_id = ${docks?.id ?? 0}, docked_at = now()
      WHERE owner_id = ${ownerId}`;
    await sql()`
      INSERT INTO ship_cargo (ship_id, commodity, quantity, avg_cost)
      SELECT active_ship_id, 'ore', 3, 10 FROM players WHERE id = ${pilot}`;
    await sql()`UPDATE ships SET cargo_used = 3 WHERE id = (SELECT active_ship_id FROM players WHERE id = ${pilot})`;
    const credits = (await stranger.state()).credits;

    await act('terminate');
    expect(await enter(stranger)).toMatchObject({ status: 409 });
    await before(await game.join('Latecomer'));
    // Whoever enters while it ends is refused or brought out with the others: nobody is left behind.
    const late = await game.join('Racer');
    await before(late);
    await Promise.all([evacuateEnded(game.deps, game.clock()), enter(late)]);
    await evacuateEnded(game.deps, game.clock());

    const state = await stranger.state();
    expect(state).toMatchObject({
      credits,
      location: { sectorId: nexus, state: 'in_space', regionName: 'central-nexus' },
    });
    expect(state.cargo).toContainEqual(expect.objectContaining({ commodity: 'ore', quantity: 3 }));
    expect((await owner.state()).location).toMatchObject({ sectorId: nexus, state: 'in_space' });
    const [left] = await sql()`
      SELECT (SELECT count(*)::int FROM ships WHERE region_id = ${region.id} AND status <> 'destroyed') AS ships,
             (SELECT count(*)::int FROM npc_ships WHERE region_id = ${region.id}) AS npcs,
             (SELECT count(*)::int FROM warps WHERE kind = 'nexus_link' AND status = 'active'
                AND ${gateway} IN (from_sector_id, to_sector_id)) AS links`;
    expect(left).toEqual({ ships: 0, npcs: 0, links: 0 });
    await untilRegion(game, (found) => found === undefined, 'kepler');
    expect(await enter(stranger)).toMatchObject({ status: 404 });
    expect((await stranger.ok('getGalaxy')).regions.map(({ name }) => name)).not.toContain('kepler');
    expect((await stranger.ok('getCurrentSector')).id).toBe(nexus);
  });

  it('is not survived by a ship that entered at the same moment', async () => {
    const doomed = await makeRegion(game, regionRequest('doomed', owner.userId));
    const racers = await Promise.all(['Anders', 'Boreas', 'Cassius'].map((name) => game.join(name)));
    for (const racer of racers) {
      const id = await placeShip(game, racer, doomed.nexusSectorId ?? 0);
      await sql()`
        INSERT INTO player_charts (player_id, region_id, charted, scanned, visited)
        VALUES (${id}, ${doomed.id}, decode(repeat('ff', 13), 'hex'), decode(repeat('00', 13), 'hex'), decode(repeat('00', 13), 'hex'))`;
    }
    const replies = await Promise.all([
      ...racers.map((racer) =>
        racer.call('move', { body: { to: doomed.gatewaySectorId ?? 0, maxToll: 1_000 } }),
      ),
      act('terminate', 'doomed'),
    ]);
    for (const reply of replies.slice(0, 3)) {
      expect([200, 503]).toContain((reply as { status: number }).status);
    }
    await evacuateEnded(game.deps, game.clock());
    for (const racer of racers) {
      expect((await racer.state()).location).toMatchObject({ sectorId: doomed.nexusSectorId });
    }
  });
});
