import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runJob } from '../../jobs/run-job.ts';
import { stopBalanced } from '../../testing/stop-balanced.ts';
import type { TestAdmin } from '../../testing/test-admin.ts';
import { createTestAdmin } from '../../testing/test-admin.ts';
import type { TestGame } from '../../testing/test-game.ts';
import { createTestGame } from '../../testing/test-game.ts';
import type { TestPlayer } from '../../testing/test-player.ts';
import { connectSocket } from '../../testing/test-socket.ts';

const MINUTE_MS = 60_000;
const REASON = 'a reason long enough';
let game: TestGame;
let url: string;
let admin: TestAdmin;
let player: TestPlayer;

beforeAll(async () => {
  game = await createTestGame();
  url = await game.listen();
  admin = await createTestAdmin(game, ['system.read', 'system.write']);
  player = await game.join('Somebody-Else');
});
afterAll(() => stopBalanced(game));

const audited = async (action: string): Promise<number> =>
  (await game.db.sql`SELECT 1 FROM audit_log WHERE action = ${action}`).length;
const moment = (afterMs: number): string => new Date(game.clock() + afterMs).toISOString();
const undock = () => player.call('undock', { params: { id: randomUUID() } });

describe('maintenance', () => {
  const set = (window: { startsAt?: string; endsAt?: string; text: string } | null) =>
    admin.done('setMaintenance', { body: { window, reason: REASON } });

  it('lets players look but not act, in every process, and operators go on', async () => {
    const other = await game.addServer();
    const socket = await connectSocket(url, player);
    await set({ endsAt: moment(10 * MINUTE_MS), text: 'New engines.' });
    const refused = await undock();
    expect([refused.status, refused.code]).toEqual([503, 'maintenance']);
    expect(refused.headers['retry-after']).toBe('600');
    expect((await player.call('getPlayerState')).status).toBe(200);
    await expect
      .poll(async () => (await player.at(other).call('undock', { params: { id: randomUUID() } })).code)
      .toBe('maintenance');
    const chat = { channel: 'sector', text: 'anybody?', clientId: randomUUID() };
    expect((await socket.ask('chat.send', chat)).code).toBe('maintenance');
    const { data } = await socket.frame('system.maintenance');
    expect(data).toMatchObject({ text: 'New engines.', endsAt: moment(10 * MINUTE_MS) });
    expect((await admin.done('getMaintenance')).window?.isActive).toBe(true);
    expect(await player.ok('getStatus')).toMatchObject({
      status: 'maintenance',
      maintenance: { text: 'New engines.', isActive: true },
    });
    socket.close();
    await other.stop();
  });

  it('ends by itself, and before that by an operator', async () => {
    game.clock.advance(10 * MINUTE_MS);
    expect((await undock()).code).toBe('not_found');
    await set({ text: 'Again.' });
    expect((await undock()).headers['retry-after']).toBe('60');
    await set(null);
    expect((await undock()).code).toBe('not_found');
    expect(await player.ok('getStatus')).toMatchObject({ status: 'ok', maintenance: null });
  });

  it('can be planned, and begins at its time', async () => {
    await set({ startsAt: moment(MINUTE_MS), endsAt: moment(2 * MINUTE_MS), text: 'Soon.' });
    expect((await undock()).code).toBe('not_found');
    expect((await player.ok('getStatus')).maintenance).toMatchObject({ isActive: false, text: 'Soon.' });
    game.clock.advance(MINUTE_MS);
    expect((await undock()).code).toBe('maintenance');
    game.clock.advance(MINUTE_MS);
    expect((await undock()).code).toBe('not_found');
  });

  it.each([
    { window: { text: '' }, reason: REASON },
    { window: { text: 'x', endsAt: '2001-01-01T00:00:00.000Z' }, reason: REASON },
    { window: { text: 'x', endsAt: 'tomorrow' }, reason: REASON },
    { window: { text: 'x'.repeat(301) }, reason: REASON },
    { window: { text: 'x' }, reason: 'short' },
    { window: null },
  ])('refuses %j', async (body) => {
    const before = await audited('system.maintenance');
    expect((await admin.admin('setMaintenance', { body: body as never })).code).toBe('validation_failed');
    expect(await audited('system.maintenance')).toBe(before);
  });

  it('is noted with what was before and after', async () => {
    const [row] = await game.db.sql<{ reason: string; after: { window: { text: string } } }[]>`
      SELECT reason, after FROM audit_log WHERE action = 'system.maintenance' ORDER BY at LIMIT 1`;
    expect(row).toMatchObject({ reason: REASON, after: { window: { text: 'New engines.' } } });
  });
});

describe('the message of the day', () => {
  it('is what everybody who comes reads, until it is taken away', async () => {
    await admin.done('setMotd', { body: { text: 'Fly safely.', reason: REASON } });
    expect((await player.ok('getStatus')).motd).toBe('Fly safely.');
    await admin.done('setMotd', { body: { text: null, reason: REASON } });
    expect((await player.ok('getStatus')).motd).toBeNull();
  });
});

describe('broadcasts', () => {
  const send = (body: object, key?: string) =>
    admin.admin('sendBroadcast', {
      body: { scope: 'global', text: 'Hello all.', priority: 'high', reason: REASON, ...body } as never,
      ...(key === undefined ? {} : { key }),
    });

  it('reach whom they are for, once', async () => {
    const stranger = await game.join('Stranger');
    const [mine, theirs] = [await connectSocket(url, player), await connectSocket(url, stranger)];
    const key = randomUUID();
    const first = await send({}, key);
    expect((await send({}, key)).body).toEqual(first.body);
    await send({ scope: 'player', targetId: await player.playerId(), text: 'Only you.' });
    await send({ scope: 'region', targetId: 'terran-space', text: 'All here.' });
    await mine.frame('system.announcement', ({ data }) => data?.['text'] === 'All here.');
    await theirs.frame('system.announcement', ({ data }) => data?.['text'] === 'All here.');
    const texts = (socket: typeof mine) =>
      socket.all('system.announcement').map(({ data }) => data?.['text']);
    expect(texts(mine)).toEqual(['Hello all.', 'Only you.', 'All here.']);
    expect(texts(theirs)).toEqual(['Hello all.', 'All here.']);
    const { items } = await admin.done('listBroadcasts');
    expect(items.map(({ text, scope }) => [text, scope])).toEqual([
      ['All here.', 'region'],
      ['Only you.', 'player'],
      ['Hello all.', 'global'],
    ]);
    mine.close();
    theirs.close();
  });

  it.each([
    [{ scope: 'region' }, 'validation_failed'],
    [{ targetId: 'terran-space' }, 'validation_failed'],
    [{ scope: 'region', targetId: 'nowhere' }, 'not_found'],
    [{ scope: 'player', targetId: randomUUID() }, 'not_found'],
    [{ text: ' ' }, 'validation_failed'],
    [{ priority: 'urgent' }, 'validation_failed'],
    [{ reason: 'no' }, 'validation_failed'],
  ])('refuse %j', async (body, code) => {
    const before = (await admin.done('listBroadcasts')).items.length;
    expect((await send(body)).code).toBe(code);
    expect((await admin.done('listBroadcasts')).items).toHaveLength(before);
  });
});

describe('sockets', () => {
  it('are listed with their process, and closed by name', async () => {
    await expect.poll(async () => (await admin.done('getRealtimeStats')).total).toBe(0);
    const socket = await connectSocket(url, player);
    await game.sampler.sample();
    await expect.poll(async () => (await admin.done('getRealtimeStats')).total).toBe(1);
    const { processes, connections } = await admin.done('getRealtimeStats');
    expect(processes).toMatchObject([{ processId: game.deps.processId, playerSockets: 1, adminSockets: 0 }]);
    expect(connections).toMatchObject([{ audience: 'player', name: 'Somebody-Else' }]);
    const id = connections[0]?.id ?? '';
    expect((await admin.admin('closeConnection', { params: { id } })).status).toBe(204);
    expect(await socket.closed()).toBe(4409);
    await expect
      .poll(async () => (await admin.admin('closeConnection', { params: { id } })).code)
      .toBe('not_found');
  });
});

describe('jobs', () => {
  it('are no empty list while the queue does not answer', async () => {
    expect((await admin.admin('listJobs')).code).toBe('dependency_unavailable');
    expect((await admin.admin('runJobNow', { params: { job: 'cleanup' } })).code).toBe(
      'dependency_unavailable',
    );
  });

  it('are put into the queue by hand', async () => {
    const asked: string[] = [];
    game.setJobDesk({
      runNow: async (name) => {
        asked.push(name);
        return asked.length === 1;
      },
      nextRunMs: () => null,
    });
    expect(await admin.done('runJobNow', { params: { job: 'cleanup' } })).toEqual({ isQueued: true });
    expect(await admin.done('runJobNow', { params: { job: 'cleanup' } })).toEqual({ isQueued: false });
    expect((await admin.admin('runJobNow', { params: { job: 'no-such-job' } })).code).toBe('not_found');
    expect(asked).toEqual(['cleanup', 'cleanup']);
  });

  it('rest while they are paused, and cannot be run by hand then', async () => {
    let runs = 0;
    const job = {
      name: 'cleanup',
      cron: '* * * * *',
      run: async () => {
        runs += 1;
      },
    };
    const change = (isPaused: boolean) =>
      admin.admin('changeJob', { params: { job: 'cleanup' }, body: { isPaused, reason: REASON } });
    await Promise.all([change(true), change(true)]);
    await runJob(game.deps, job);
    expect((await admin.admin('runJobNow', { params: { job: 'cleanup' } })).code).toBe('job_paused');
    await change(false);
    await runJob(game.deps, job);
    expect(runs).toBe(1);
    expect(
      (await admin.admin('changeJob', { params: { job: 'x' }, body: { isPaused: true, reason: REASON } }))
        .code,
    ).toBe('not_found');
  });
});

describe('the configuration', () => {
  it('names every setting and no secret', async () => {
    const { settings, migrations, build } = await admin.done('getConfiguration');
    expect(settings.find(({ name }) => name === 'jwtSecret')).toEqual({
      name: 'jwtSecret',
      value: 'set',
      isSecret: true,
    });
    expect(JSON.stringify(settings)).not.toContain(game.deps.config.jwtSecret);
    expect(migrations.length).toBeGreaterThan(10);
    expect(build.node).toBe(process.versions.node);
  });
});

describe('all of it', () => {
  const writes = [
    ['setMaintenance', { body: { window: null, reason: REASON } }],
    ['setMotd', { body: { text: null, reason: REASON } }],
    ['sendBroadcast', { body: { scope: 'global', text: 'x', priority: 'low', reason: REASON } }],
    ['closeConnection', { params: { id: randomUUID() } }],
    ['runJobNow', { params: { job: 'cleanup' } }],
    ['changeJob', { params: { job: 'cleanup' }, body: { isPaused: true, reason: REASON } }],
  ] as const;
  const reads = [
    'getMaintenance',
    'listBroadcasts',
    'getRealtimeStats',
    'listJobs',
    'getConfiguration',
  ] as const;

  it('is refused to whoever may only read, and to whoever did not prove himself', async () => {
    const reader = await createTestAdmin(game, ['system.read']);
    const hasty = await createTestAdmin(game, ['system.write'], { isProved: false });
    for (const [name, call] of writes) {
      expect((await reader.admin(name, call as never)).code, name).toBe('missing_scope');
      expect((await hasty.admin(name, call as never)).code, name).toBe('step_up_required');
    }
    for (const name of reads) expect((await hasty.admin(name)).code, name).toBe('missing_scope');
  });
});
