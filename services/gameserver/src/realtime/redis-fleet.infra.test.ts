import { setTimeout as sleep } from 'node:timers/promises';
import { CLOSE_CODES } from '@sw/contracts';
import type { RedisServer } from '@sw/test-kit';
import { needsBinaries, startRedisServer } from '@sw/test-kit';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { TestGame, TestServer } from '../testing/test-game.ts';
import { createTestGame } from '../testing/test-game.ts';
import type { TestPlayer } from '../testing/test-player.ts';
import type { TestSocket } from '../testing/test-socket.ts';
import { connectSocket } from '../testing/test-socket.ts';

const needs = needsBinaries('redis-server', 'redis-cli');
const PATIENCE = { timeout: 20_000 };

describe.skipIf(needs.isMissing)(`three servers over one Redis${needs.note}`, () => {
  let redis: RedisServer;
  let a: TestGame;
  let servers: Readonly<Record<'a' | 'b' | 'c', TestServer>>;
  let urls: Readonly<Record<'a' | 'b' | 'c', string>>;
  const open: TestSocket[] = [];

  beforeAll(async () => {
    redis = await startRedisServer();
    a = await createTestGame({ env: { REDIS_URL: redis.url } });
    const [b, c] = [await a.addServer(), await a.addServer()];
    servers = { a, b, c };
    urls = { a: await a.listen(), b: await b.listen(), c: await c.listen() };
  });
  afterEach(() => {
    for (const socket of open.splice(0)) socket.cut();
  });
  afterAll(async () => {
    redis.resume();
    await a.stop();
    await redis.stop();
  });

  const connect = async (server: 'a' | 'b' | 'c', player: TestPlayer): Promise<TestSocket> => {
    const socket = await connectSocket(urls[server], player);
    open.push(socket);
    return socket;
  };
  const say = (socket: TestSocket, text: string) =>
    socket.ask('chat.send', { channel: 'sector', text, clientId: crypto.randomUUID() });
  const hears = (socket: TestSocket, text: string) =>
    socket.frame('chat.message', ({ data }) => data?.['text'] === text);
  const textsOf = (socket: TestSocket) => socket.all('chat.message').map(({ data }) => data?.['text']);
  const waiting = async (): Promise<number> => (await a.database.sql`SELECT 1 FROM event_outbox`).length;

  it('tells every server everything, under the same numbers', async () => {
    const players = [await a.join('One'), await a.join('Two'), await a.join('Three')] as const;
    const sockets = [
      await connect('a', players[0]),
      await connect('b', players[1]),
      await connect('c', players[2]),
    ];
    for (const [index, socket] of sockets.entries()) await say(socket, `line ${index}`);
    for (const socket of sockets)
      for (const text of ['line 0', 'line 1', 'line 2']) await hears(socket, text);
    const numbers = sockets.map((socket) =>
      socket.all('chat.message').map(({ epoch, seq, id }) => [epoch, seq, id]),
    );
    expect(numbers[1]).toEqual(numbers[0]);
    expect(numbers[2]).toEqual(numbers[0]);
    await expect.poll(waiting, PATIENCE).toBe(0);
  });

  it('moves sockets wherever they are before it tells what happens there', async () => {
    const [mover, stayer] = [await a.join('Mover'), await a.join('Stayer')];
    const [far, near] = [await connect('b', mover), await connect('c', stayer)];
    await mover.undock();
    const { moves } = await mover.ok('listMoves');
    const to = moves[0]?.to ?? 0;
    await mover.ok('move', { body: { to } });
    await far.frame('channel.joined', ({ data }) => data?.['name'] === `sector:${to}`);
    await near.frame('presence.left', ({ data }) => data?.['name'] === 'Mover');
    await say(near, 'he is gone');
    await hears(near, 'he is gone');
    await stayer.undock();
    await stayer.ok('move', { body: { to } });
    await far.frame('presence.entered', ({ data }) => data?.['name'] === 'Stayer');
    expect(textsOf(far)).toEqual([]);
    await say(near, 'here again');
    await hears(far, 'here again');
  });

  it('ends a session everywhere at once, whatever a server remembers of it', async () => {
    const player = await a.join('Revoked');
    const socket = await connect('b', player);
    for (const server of [servers.b, servers.c]) await player.at(server).ok('getPlayerState');
    await player.ok('logoutAll');
    expect(await socket.closed()).toBe(CLOSE_CODES.sessionEnded);
    for (const server of [servers.b, servers.c]) {
      const status = async () => (await player.at(server).call('getPlayerState')).status;
      await expect.poll(status, PATIENCE).toBe(401);
    }
  });

  it('replays at one server what was missed at another', async () => {
    const [player, speaker] = [await a.join('Roamer'), await a.join('Herald')];
    const before = await connect('a', player);
    const voice = await connect('c', speaker);
    await say(voice, 'heard');
    const { ch = '', epoch = '', seq = 0 } = await hears(before, 'heard');
    before.cut();
    await say(voice, 'missed one');
    await say(voice, 'missed two');
    await hears(voice, 'missed two');
    const after = await connect('b', player);
    await after.ask('resume', { channels: { [ch]: { epoch, seq } } });
    expect(textsOf(after)).toEqual(['missed one', 'missed two']);
    await after.ask('resume', { channels: { [ch]: { epoch: 'another', seq } } });
    await after.frame('resync.required', ({ data }) => data?.['channel'] === ch);
  });

  it('keeps sockets while Redis is dead, and then loses nothing', async () => {
    const [speaker, listener] = [await a.join('Sturdy'), await a.join('Patient')];
    const [voice, ear] = [await connect('a', speaker), await connect('b', listener)];
    await redis.kill();
    await ear.frame('session.degraded');
    await voice.frame('session.degraded');
    expect((await servers.b.app.inject('/ready')).json()).toMatchObject({ checks: { redis: 'failed' } });
    const health = await servers.c.app.inject('/api/v1/status/health');
    expect([health.statusCode, health.json()]).toEqual([200, { status: 'degraded' }]);
    for (let line = 0; line < 5; line += 1)
      expect((await say(voice, `in the dark ${line}`)).type).toBe('ack');
    await listener.undock();
    const { moves } = await listener.ok('listMoves');
    const to = moves[0]?.to ?? 0;
    await listener.at(servers.c).ok('move', { body: { to } });
    const late = await connect('c', await a.join('Latecomer'));
    await late.frame('session.degraded');
    expect(await waiting()).toBeGreaterThan(5);

    await redis.start();
    await ear.frame('session.restored');
    await voice.frame('session.restored');
    await hears(ear, 'in the dark 4');
    expect(textsOf(ear)).toEqual([0, 1, 2, 3, 4].map((line) => `in the dark ${line}`));
    await ear.frame('channel.joined', ({ data }) => data?.['name'] === `sector:${to}`);
    await expect.poll(waiting, PATIENCE).toBe(0);
    expect(ear.all('resync.required')).toEqual([]);
    expect((await servers.b.app.inject('/ready')).statusCode).toBe(200);
  });

  it('answers while Redis stands still, and tells everything when it wakes', async () => {
    const [speaker, listener] = [await a.join('Walker'), await a.join('Sitter')];
    const [voice, ear] = [await connect('a', speaker), await connect('c', listener)];
    await say(voice, 'before the frost');
    await hears(ear, 'before the frost');
    redis.pause();
    for (let line = 0; line < 3; line += 1) expect((await say(voice, `frozen ${line}`)).type).toBe('ack');
    await ear.frame('session.degraded');
    expect((await listener.call('getPlayerState')).status).toBe(200);
    redis.resume();
    await ear.frame('session.restored');
    await hears(ear, 'frozen 2');
    await expect.poll(waiting, PATIENCE).toBe(0);
    await say(voice, 'after it');
    await hears(ear, 'after it');
    expect(textsOf(ear)).toEqual(['before the frost', 'frozen 0', 'frozen 1', 'frozen 2', 'after it']);
    const { ch } = await hears(ear, 'after it');
    const numbers = ear.frames.flatMap((frame) => (frame.ch === ch ? [frame.seq ?? 0] : []));
    expect(numbers).toEqual(numbers.map((_, index) => (numbers[0] ?? 0) + index));
  });

  it('begins new numberings where all was deleted, and says so', async () => {
    const [speaker, listener] = [await a.join('Phoenix'), await a.join('Ash')];
    const [voice, ear] = [await connect('a', speaker), await connect('b', listener)];
    await say(voice, 'old world');
    const old = await hears(ear, 'old world');
    await redis.ask('FLUSHALL');
    await ear.frame('resync.required', ({ data }) => data?.['channel'] === old.ch);
    await say(voice, 'new world');
    const young = await hears(ear, 'new world');
    expect(young.epoch).not.toBe(old.epoch);
    expect(await hears(voice, 'new world')).toMatchObject({ epoch: young.epoch, seq: young.seq });
  });

  it('tells every line once and in order, however often Redis dies in between', async () => {
    const [speaker, first, second] = [await a.join('Teller'), await a.join('HearA'), await a.join('HearB')];
    const voice = await connect('a', speaker);
    const ears = [await connect('b', first), await connect('c', second)];
    const lines = Array.from({ length: 36 }, (_, index) => `tale ${index}`);
    const telling = (async () => {
      for (const line of lines) {
        expect((await say(voice, line)).type).toBe('ack');
        await sleep(40);
      }
    })();
    for (let death = 0; death < 3; death += 1) {
      await redis.kill();
      await redis.start();
      redis.pause();
      redis.resume();
    }
    await telling;
    for (const ear of ears) {
      await ear.until('the last line', () => (textsOf(ear).includes('tale 35') ? true : undefined));
      expect(textsOf(ear)).toEqual(lines);
      expect(ear.all('resync.required')).toEqual([]);
    }
  });
});
