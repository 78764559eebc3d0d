import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stopBalanced } from '../../testing/stop-balanced.ts';
import type { TestAdmin } from '../../testing/test-admin.ts';
import { createTestAdmin, TestAdmin as Operator } from '../../testing/test-admin.ts';
import type { TestGame } from '../../testing/test-game.ts';
import { createTestGame } from '../../testing/test-game.ts';
import type { TestPlayer } from '../../testing/test-player.ts';
import { connectSocket } from '../../testing/test-socket.ts';

const REASON = 'compensation for a fault';
let game: TestGame;
let url: string;
let admin: TestAdmin;
let player: TestPlayer;
let id: string;

beforeAll(async () => {
  game = await createTestGame();
  url = await game.listen();
  admin = await createTestAdmin(game, ['players.read', 'players.write']);
  player = await game.join('Mara-K');
  await game.join('Halyard');
  id = await player.playerId();
});
afterAll(() => stopBalanced(game));

const dossier = () => admin.done('getPlayerDossier', { params: { id } });
const credits = (delta: number, more: object = {}) =>
  admin.admin('adjustCredits', { params: { id }, body: { delta, reason: REASON }, ...more });
const turns = (delta: number) =>
  admin.admin('adjustTurns', { params: { id }, body: { delta, reason: REASON } });
const teleport = (sectorId: number, more: object = {}) =>
  admin.admin('teleportPlayer', { params: { id }, body: { sectorId, reason: REASON }, ...more });
const sectorAt = async (number: number): Promise<number> => {
  const [row] = await game.db.sql<{ id: number }[]>`SELECT id FROM sectors WHERE number = ${number}`;
  return row?.id ?? 0;
};

describe('the list', () => {
  it('shows who there is, narrowed and sorted by the server', async () => {
    const all = await admin.done('listPlayers', { query: { sort: 'callsign', withTotal: true } });
    expect(all.items.map(({ callsign }) => callsign)).toEqual(['Halyard', 'Mara-K']);
    expect(all.total).toBe(2);
    expect(all.items[1]).toMatchObject({
      credits: 5000,
      bank: 0,
      regionName: 'terran-space',
      isOnline: false,
    });
    const names = async (query: object) =>
      (await admin.done('listPlayers', { query })).items.map(({ callsign }) => callsign);
    expect(await names({ q: 'mara' })).toEqual(['Mara-K']);
    expect(await names({ q: '%' })).toEqual([]);
    expect(await names({ q: id })).toEqual(['Mara-K']);
    expect(await names({ online: true })).toEqual([]);
    expect(await names({ region: 'nowhere' })).toEqual([]);
  });

  it('is paged by a cursor of its own order', async () => {
    const first = await admin.done('listPlayers', { query: { sort: 'callsign', limit: 1 } });
    const cursor = first.nextCursor ?? '';
    const second = await admin.done('listPlayers', { query: { sort: 'callsign', limit: 1, cursor } });
    expect([first, second].map(({ items }) => items[0]?.callsign)).toEqual(['Halyard', 'Mara-K']);
    expect(second.nextCursor).toBeNull();
    expect((await admin.admin('listPlayers', { query: { sort: 'credits', cursor } })).code).toBe(
      'bad_cursor',
    );
  });
});

describe('the dossier', () => {
  it('shows ships, and that the books of the wallet agree', async () => {
    const seen = await dossier();
    expect(seen).toMatchObject({
      callsign: 'Mara-K',
      username: 'Mara-K',
      ledger: { isBalanced: true, sum: 5000 },
    });
    expect(seen.ships).toMatchObject([{ type: 'light_freighter', isActive: true, cargo: [] }]);
  });

  it('knows nobody who is not there', async () => {
    const params = { id: randomUUID() };
    for (const name of ['getPlayerDossier', 'listPlayerLedger', 'listPlayerTimeline'] as const) {
      expect((await admin.admin(name, { params })).code, name).toBe('not_found');
    }
  });
});

describe('credits', () => {
  it('are given and taken by the ledger, never below nothing, and told', async () => {
    const socket = await connectSocket(url, player);
    const { rev } = await dossier();
    expect((await credits(1_500)).body).toEqual({ before: 5000, after: 6500, rev: rev + 1 });
    expect((await player.state()).credits).toBe(6500);
    const { data } = await socket.frame('player.state_changed');
    expect(data).toMatchObject({ credits: 6500, rev: rev + 1 });
    expect((await credits(-1_000_000)).body).toMatchObject({ before: 6500, after: 0 });
    expect((await credits(-1)).body).toMatchObject({ before: 0, after: 0 });
    await credits(700);
    const { items } = await admin.done('listPlayerLedger', { params: { id } });
    expect(items.map(({ reason, delta, balance }) => [reason, delta, balance])).toEqual([
      ['admin_grant', 700, 700],
      ['admin_seize', -6500, 0],
      ['admin_grant', 1500, 6500],
      ['first_login_grant', 5000, 5000],
    ]);
    const filtered = await admin.done('listPlayerLedger', {
      params: { id },
      query: { reason: 'admin_seize' },
    });
    expect(filtered.items).toMatchObject([{ delta: -6500, balance: 0 }]);
    expect((await dossier()).ledger.isBalanced).toBe(true);
    socket.close();
  });

  it('happen once for a key, and all of what comes at once', async () => {
    const key = randomUUID();
    const before = (await dossier()).credits;
    const [first, again] = await Promise.all([credits(10, { key }), credits(10, { key })]);
    expect([first?.status, again?.status]).toEqual([200, 200]);
    await Promise.all(Array.from({ length: 5 }, () => credits(1)));
    expect((await dossier()).credits).toBe(before + 15);
  });

  it('are only described in a dry run', async () => {
    const before = await dossier();
    expect((await credits(100, { query: { dryRun: true } })).body).toMatchObject({
      after: before.credits + 100,
    });
    expect(await dossier()).toMatchObject({ credits: before.credits, rev: before.rev });
  });

  it('are refused to who looked at an older state', async () => {
    const { rev } = await dossier();
    await credits(1);
    expect((await credits(1, { headers: { 'if-match': `"${rev}"` } })).code).toBe('precondition_failed');
    expect((await credits(1, { headers: { 'if-match': `"${rev + 1}"` } })).status).toBe(200);
  });

  it.each([0, 1_000_001, -1_000_001, 1.5, '5', null, Number.NaN])('refuse %j', async (delta) => {
    expect((await credits(delta as number)).code).toBe('validation_failed');
  });
});

describe('turns', () => {
  it('are given above the cap and taken to nothing, by the turn ledger', async () => {
    const { turns: before } = await player.state();
    expect((await turns(50)).body).toMatchObject({ before: before.turns, after: before.turns + 50 });
    expect((await turns(-5_000)).body).toMatchObject({ after: 0 });
    expect((await player.state()).turns.turns).toBe(0);
    await turns(1_000);
  });

  it.each([0, 5_001, 0.5])('refuse %j', async (delta) => {
    expect((await turns(delta)).code).toBe('validation_failed');
  });
});

describe('teleporting', () => {
  it('puts the ship into a sector in space, which the player then knows, and tells everybody there', async () => {
    const target = await sectorAt(40);
    const socket = await connectSocket(url, player);
    expect((await teleport(target)).body).toMatchObject({ sectorNumber: 40, regionName: 'terran-space' });
    const { location } = await player.state();
    expect(location).toMatchObject({ sectorNumber: 40, state: 'in_space', stationId: null });
    expect((await player.ok('getCurrentSector')).id).toBe(target);
    const { data } = await socket.frame('player.moved');
    expect(data).toMatchObject({ cause: 'admin', sector: { number: 40 } });
    await socket.frame('channel.joined', (frame) => frame.data?.['name'] === `sector:${target}`);
    expect((await teleport(target)).code).toBe('already_there');
    socket.close();
  });

  it('is refused after a fight and to places that are not', async () => {
    await game.db.write((sql) => [
      sql`UPDATE ships SET last_combat_at = ${new Date(game.clock() - 60_000)} WHERE owner_id = ${id}`,
    ]);
    expect((await teleport(await sectorAt(41))).code).toBe('recent_combat');
    await game.db.write((sql) => [sql`UPDATE ships SET last_combat_at = NULL WHERE owner_id = ${id}`]);
    expect((await teleport(1_999_999_999)).code).toBe('not_found');
    expect((await player.state()).location?.sectorNumber).toBe(40);
  });
});

describe('a mute', () => {
  it('keeps the player from writing until it ends or is lifted', async () => {
    const mute = (hours: number) =>
      admin.admin('mutePlayer', { params: { id }, body: { hours, reason: REASON } });
    await mute(2);
    const socket = await connectSocket(url, player);
    const say = () => socket.ask('chat.send', { channel: 'sector', text: 'hello', clientId: randomUUID() });
    expect((await say()).code).toBe('muted');
    expect((await admin.done('listPlayers', { query: { muted: true } })).items).toHaveLength(1);
    await mute(0);
    expect((await say()).type).toBe('ack');
    expect((await mute(2_161)).code).toBe('validation_failed');
    socket.close();
  });
});

describe('every act', () => {
  const acts = [
    ['adjustCredits', { delta: 5, reason: REASON }],
    ['adjustTurns', { delta: 5, reason: REASON }],
    ['teleportPlayer', { sectorId: 5_001, reason: REASON }],
    ['mutePlayer', { hours: 1, reason: REASON }],
  ] as const;

  it('is noted with what was before, after, and why', async () => {
    const { items } = await admin.done('listPlayerTimeline', { params: { id } });
    const noted = items.filter(({ source }) => source === 'audit').map(({ what }) => what);
    for (const action of ['players.credits', 'players.turns', 'players.teleport', 'players.mute']) {
      expect(noted, action).toContain(action);
    }
    expect(items.find(({ what }) => what === 'players.credits')?.reason).toBe(REASON);
  });

  it('needs the scope, a proof, a reason, somebody who is there, and is never for oneself', async () => {
    const reader = await createTestAdmin(game, ['players.read']);
    const hasty = await createTestAdmin(game, ['players.write'], { isProved: false });
    const twin = await createTestAdmin(game, ['players.write']);
    const own = new Operator(game, twin.token, twin.userId);
    await game.db.write((sql) => [sql`UPDATE players SET user_id = ${twin.userId} WHERE id = ${id}`]);
    for (const [name, body] of acts) {
      const call = { params: { id }, body } as never;
      expect((await reader.admin(name, call)).code, name).toBe('missing_scope');
      expect((await hasty.admin(name, call)).code, name).toBe('step_up_required');
      expect((await own.admin(name, call)).code, name).toBe('own_persona');
      expect((await admin.admin(name, { params: { id: randomUUID() }, body } as never)).code, name).toBe(
        'not_found',
      );
      const hasty2 = { params: { id }, body: { ...body, reason: 'short' } } as never;
      expect((await admin.admin(name, hasty2)).code, name).toBe('validation_failed');
      expect((await admin.admin(name, { ...(call as object), key: null } as never)).code, name).toBe(
        'idempotency_key_required',
      );
    }
    await game.db.write((sql) => [sql`UPDATE players SET user_id = ${player.userId} WHERE id = ${id}`]);
  });
});
