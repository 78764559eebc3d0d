import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { TestGame } from '../../testing/test-game.ts';
import { createTestGame } from '../../testing/test-game.ts';
import type { TestPlayer } from '../../testing/test-player.ts';
import type { TestSocket } from '../../testing/test-socket.ts';
import { connectSocket } from '../../testing/test-socket.ts';
import type { AtlasSector, AtlasWarp } from '../universe/index.ts';

let game: TestGame;
let url: string;
let sectors: readonly AtlasSector[];
const open: TestSocket[] = [];

beforeAll(async () => {
  game = await createTestGame();
  url = await game.listen();
  const atlas = game.deps.atlas();
  sectors = atlas.sectorsOf(atlas.terran);
});
afterEach(() => {
  for (const socket of open.splice(0)) socket.cut();
});
afterAll(() => game.stop());

/** A pilot in space in a sector, knowing the hidden warps given. */
const pilotIn = async (callsign: string, sectorId: number, ...hidden: AtlasWarp[]): Promise<TestPlayer> => {
  const pilot = await game.join(callsign);
  await pilot.undock();
  const id = await pilot.playerId();
  await game.database.sql`UPDATE ships SET sector_id = ${sectorId} WHERE owner_id = ${id}`;
  for (const warp of hidden) {
    await game.database.sql`INSERT INTO player_known_warps VALUES (${id}, ${warp.id}, 'scan', now())`;
    await game.database.sql`
      INSERT INTO player_charts (player_id, region_id, charted, scanned, visited)
      SELECT ${id}, region_id, charted, scanned, visited FROM player_charts WHERE player_id = ${id} ON CONFLICT DO NOTHING`;
    await game.database
      .sql`UPDATE player_charts SET charted = set_bit(charted, ${warp.to - 1}, 1) WHERE player_id = ${id}`;
  }
  return pilot;
};
const watch = async (callsign: string, sectorId: number): Promise<TestSocket> => {
  const socket = await connectSocket(url, await pilotIn(callsign, sectorId));
  open.push(socket);
  return socket;
};
const codeOf = (id: number): string | undefined => game.deps.atlas().sector(id)?.code;
const backOf = (warp: AtlasWarp): AtlasWarp | undefined =>
  game.deps
    .atlas()
    .sector(warp.to)
    ?.warps.find(({ to, isHidden }) => to === warp.from && !isHidden);

describe('who sees a ship go or come', () => {
  it('by a lane sees where to and where from', async () => {
    const warp = sectors
      .flatMap(({ warps }) => warps)
      .find((one) => !one.isHidden && one.kind === 'lane' && backOf(one) !== undefined);
    if (warp === undefined) throw new Error('no lane');
    const pilot = await pilotIn('Laner', warp.from);
    const [behind, ahead] = [await watch('Lane-A', warp.from), await watch('Lane-B', warp.to)];
    await pilot.ok('move', { body: { to: warp.to, warpId: warp.id } });
    expect((await behind.frame('presence.left')).data).toMatchObject({ name: 'Laner', to: codeOf(warp.to) });
    expect(
      (await ahead.frame('presence.entered', ({ data }) => data?.['name'] === 'Laner')).data,
    ).toMatchObject({ via: codeOf(warp.from) });
  });

  it('by a hidden tunnel sees neither', async () => {
    const tunnel = sectors
      .flatMap(({ warps }) => warps)
      .find((one) => one.isHidden && backOf(one) === undefined);
    if (tunnel === undefined) throw new Error('no hidden tunnel');
    const pilot = await pilotIn('Tunneler', tunnel.from, tunnel);
    const [behind, ahead] = [await watch('Tunnel-A', tunnel.from), await watch('Tunnel-B', tunnel.to)];
    await pilot.ok('move', { body: { to: tunnel.to, warpId: tunnel.id } });
    expect((await behind.frame('presence.left')).data).toMatchObject({ name: 'Tunneler', to: null });
    expect(
      (await ahead.frame('presence.entered', ({ data }) => data?.['name'] === 'Tunneler')).data,
    ).toMatchObject({ via: null });
  });

  it('by a lane that does not lead back sees not where from', async () => {
    const oneWay = sectors
      .flatMap(({ warps }) => warps)
      .find((one) => !one.isHidden && one.isOneWay && backOf(one) === undefined);
    if (oneWay === undefined) throw new Error('no one-way lane');
    const pilot = await pilotIn('Oneway', oneWay.from);
    const ahead = await watch('Oneway-B', oneWay.to);
    await pilot.ok('move', { body: { to: oneWay.to, warpId: oneWay.id } });
    expect(
      (await ahead.frame('presence.entered', ({ data }) => data?.['name'] === 'Oneway')).data,
    ).toMatchObject({ via: null });
  });
});

it('counts whoever is beyond the list', async () => {
  const viewer = await pilotIn('Counter', 40);
  await game.database.sql`
    WITH crowd AS (
      INSERT INTO users (id, username, created_at) SELECT gen_random_uuid(), 'crowd' || n, now() FROM generate_series(1, 105) n
      RETURNING id, username),
    pilots AS (
      INSERT INTO players (id, user_id, callsign, turns_anchor_ms, last_active_at, created_at)
      SELECT gen_random_uuid(), id, username, 0, now(), now() FROM crowd RETURNING id),
    hulls AS (
      INSERT INTO ships (id, region_id, registration, type, name, owner_id, sector_id, status, hull, shields, shields_at,
        condition_at, cargo_capacity, purchase_value, created_at)
      SELECT gen_random_uuid(), (SELECT id FROM regions), 'C-' || id, 'light_freighter', 'Hull', id, 40, 'in_space', 1, 0,
        now(), now(), 0, 0, now() FROM pilots RETURNING id, owner_id)
    SELECT 1 FROM hulls`;
  await game.database.sql`
    UPDATE players p SET active_ship_id = s.id FROM ships s WHERE s.owner_id = p.id AND p.callsign LIKE 'crowd%'`;
  const { contacts } = await viewer.ok('getCurrentSector');
  expect(contacts?.items).toHaveLength(100);
  expect(contacts?.more).toBe(5);
});
