import { CLOSE_CODES } from '@sw/contracts';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { cleanOutbox } from '../jobs/outbox-cleanup.ts';
import type { TestGame, TestServer } from '../testing/test-game.ts';
import { createTestGame } from '../testing/test-game.ts';
import type { TestPlayer } from '../testing/test-player.ts';
import { connectSocket, TestSocket } from '../testing/test-socket.ts';

/** On a busy machine the other process may take its time. */
const PATIENCE = { timeout: 10_000 };

let a: TestGame;
let b: TestServer;
let urls: { a: string; b: string };
const open: TestSocket[] = [];

beforeAll(async () => {
  a = await createTestGame();
  b = await a.addServer();
  urls = { a: await a.listen(), b: await b.listen() };
}, 60_000);
afterEach(() => {
  for (const socket of open.splice(0)) socket.cut();
});
afterAll(() => a.stop());

const connect = async (server: 'a' | 'b', player: TestPlayer): Promise<TestSocket> => {
  const socket = await connectSocket(urls[server], player);
  open.push(socket);
  return socket;
};
const say = (socket: TestSocket, text: string, clientId: string = crypto.randomUUID()) =>
  socket.ask('chat.send', { channel: 'sector', text, clientId });

// The first server learns of the second with its next beat, at most 5 s later.
it('what happens at one server is told at the other', { timeout: 20_000 }, async () => {
  const [here, there] = [await a.join('Here'), await a.join('There')];
  const [speaker, listener] = [await connect('a', here), await connect('b', there)];
  await say(speaker, 'from a');
  await listener.frame('chat.message', ({ data }) => data?.['text'] === 'from a');
  await say(listener, 'from b');
  await speaker.frame('chat.message', ({ data }) => data?.['text'] === 'from b');
});

it('a move over one server changes what sockets at the other hear', async () => {
  const [mover, stayer] = [await a.join('Mover'), await a.join('Stayer')];
  const [far, near] = [await connect('b', mover), await connect('a', stayer)];
  await mover.undock();
  const { moves } = await mover.ok('listMoves');
  const to = moves[0]?.to ?? 0;
  await mover.ok('move', { body: { to } });
  await far.frame('channel.joined', ({ data }) => data?.['name'] === `sector:${to}`);
  await near.frame('presence.left', ({ data }) => data?.['name'] === 'Mover');
  await say(near, 'he is gone');
  await stayer.undock();
  await stayer.ok('move', { body: { to } });
  await far.frame('presence.entered', ({ data }) => data?.['name'] === 'Stayer');
  expect(far.all('chat.message')).toHaveLength(0);
});

it('moves by turns over both servers leave the sockets where the ship is', async () => {
  const pilot = await a.join('Zigzag');
  const sockets = [await connect('a', pilot), await connect('b', pilot)];
  await pilot.undock();
  let server = 0;
  let last = 0;
  for (let hop = 0; hop < 8; hop += 1) {
    const { moves } = await pilot.ok('listMoves');
    last = moves[hop % moves.length]?.to ?? 0;
    await pilot.at(server === 0 ? a : b).ok('move', { body: { to: last } });
    server = 1 - server;
  }
  for (const socket of sockets) {
    await socket.frame('channel.joined', ({ data }) => data?.['name'] === `sector:${last}`);
    const sectorOf = async () => {
      const { data } = await socket.ask('resume', { channels: {} });
      const { channels } = data as { channels: { name: string }[] };
      return channels.map(({ name }) => name).filter((name) => name.startsWith('sector:'));
    };
    await expect.poll(sectorOf, PATIENCE).toEqual([`sector:${last}`]);
  }
});

it('a command repeated at the other server is answered as before and done once', async () => {
  const pilot = await a.join('Repeat');
  await pilot.undock();
  const { moves } = await pilot.ok('listMoves');
  const key = crypto.randomUUID();
  const call = { body: { to: moves[0]?.to ?? 0 }, key };
  const [one, two] = await Promise.all([pilot.call('move', call), pilot.at(b).call('move', call)]);
  expect([one.status, two.status]).toEqual([200, 200]);
  expect(two.body).toEqual(one.body);
  expect([one, two].filter(({ headers }) => headers['idempotent-replay'] === 'true')).toHaveLength(1);
  expect((await pilot.state()).turns.turns).toBe(one.body.turns.left);
});

it('a line resent over the other server is said once', async () => {
  const speaker = await a.join('Doubler');
  const [one, two] = [await connect('a', speaker), await connect('b', speaker)];
  const clientId = crypto.randomUUID();
  const acks = await Promise.all([say(one, 'twice?', clientId), say(two, 'twice?', clientId)]);
  expect(acks.map(({ type }) => type)).toEqual(['ack', 'ack']);
  expect(acks[1]?.data).toEqual(acks[0]?.data);
  expect(await a.database.sql`SELECT 1 FROM chat_log WHERE client_id = ${clientId}`).toHaveLength(1);
});

it('a session revoked at one server closes its sockets at the other', async () => {
  const player = await a.join('Revoked');
  const socket = await connect('b', player);
  await player.ok('logoutAll');
  expect(await socket.closed()).toBe(CLOSE_CODES.sessionEnded);
  expect((await player.at(b).call('getPlayerState')).status).toBe(401);
});

it('a player counts as online once, wherever his sockets are', async () => {
  const player = await a.join('Everywhere');
  const id = await player.playerId();
  const watcher = await a.join('Lookout');
  const eye = await connect('a', watcher);
  const rows = () =>
    a.database.sql<
      { n: number }[]
    >`SELECT sum(sockets)::int AS n FROM online_players WHERE player_id = ${id}`;
  const [one, two] = [await connect('a', player), await connect('b', player)];
  await expect.poll(async () => (await rows())[0]?.n, PATIENCE).toBe(2);
  await eye.frame('presence.updated', ({ data }) => data?.['playerId'] === id);
  await eye.settled();
  const updates = () => eye.all('presence.updated').filter(({ data }) => data?.['playerId'] === id);
  expect(updates().map(({ data }) => data?.['online'])).toEqual([true]);
  one.cut();
  two.cut();
  await expect.poll(async () => (await rows())[0]?.n, PATIENCE).toBeNull();
});

it('events are deleted after their minute, and only then', async () => {
  const player = await a.join('Cleaner');
  await player.undock();
  await cleanOutbox(a.db, a.clock() + 60_000);
  expect((await a.database.sql`SELECT 1 FROM event_outbox`).length).toBeGreaterThan(0);
  await cleanOutbox(a.db, a.clock() + 60_001);
  expect(await a.database.sql`SELECT 1 FROM event_outbox`).toHaveLength(0);
});

it('a server that drains says when to come back, and takes nobody', async () => {
  const player = await a.join('Drained');
  const socket = await connect('b', player);
  const spare = await player.ok('createSocketTicket');
  b.health.startDraining();
  b.sockets.drain();
  expect(await socket.closed()).toBe(CLOSE_CODES.draining);
  const { data } = await socket.frame('system.draining');
  const wait = Number(data?.['retryAfterMs']);
  expect(wait).toBeGreaterThanOrEqual(1_000);
  expect(wait).toBeLessThanOrEqual(8_000);
  expect(socket.closeReason).toBe(`retry_after_ms=${wait}`);
  expect(await new TestSocket(urls.b).refused()).toBe(503);
  expect(spare.ticket).not.toBe('');
  expect((await player.at(b).call('getPlayerState')).code).toBe('maintenance');
  expect((await b.app.inject('/ready')).statusCode).toBe(503);
  expect((await b.app.inject('/health')).statusCode).toBe(200);
});
