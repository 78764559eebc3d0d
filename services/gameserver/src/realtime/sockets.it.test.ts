import { CLOSE_CODES } from '@sw/contracts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { TestGame } from '../testing/test-game.ts';
import { createTestGame } from '../testing/test-game.ts';
import type { TestPlayer } from '../testing/test-player.ts';
import { connectSocket, TestSocket, ticketOf } from '../testing/test-socket.ts';

let game: TestGame;
let url: string;
const open: TestSocket[] = [];

beforeAll(async () => {
  game = await createTestGame();
  url = await game.listen();
});
afterEach(() => {
  for (const socket of open.splice(0)) socket.cut();
});
afterAll(() => game.stop());

const keep = (socket: TestSocket): TestSocket => {
  open.push(socket);
  return socket;
};
const raw = async (options?: ConstructorParameters<typeof TestSocket>[1]): Promise<TestSocket> => {
  const socket = keep(new TestSocket(url, options));
  await socket.opened();
  return socket;
};
const join = async (player: TestPlayer): Promise<TestSocket> => keep(await connectSocket(url, player));
const channelsOf = (data: unknown): { name: string; epoch: string; seq: number }[] =>
  (data as { channels: { name: string; epoch: string; seq: number }[] }).channels;
const namesOf = (data: unknown): string[] => channelsOf(data).map(({ name }) => name);
const auth = (ticket: string): string => JSON.stringify({ v: 1, type: 'auth', ref: 'a', data: { ticket } });

describe('the ticket', () => {
  it('opens a socket and names its channels', async () => {
    const player = await game.join('Ticket-One');
    const socket = await join(player);
    const { data } = await socket.frame('session.welcome');
    const { player: who, location } = await player.state();
    expect(data).toMatchObject({
      heartbeatS: 25,
      resumeWindowS: 900,
      player: { id: who.id, callsign: 'Ticket-One' },
    });
    expect(namesOf(data).sort()).toEqual([
      'global',
      `player:${who.id}`,
      `region:${location?.regionName}`,
      `sector:${location?.sectorId}`,
    ]);
  });

  it('opens a single one', async () => {
    const ticket = await ticketOf(await game.join('Ticket-Two'));
    const first = await raw();
    first.sendRaw(auth(ticket));
    await first.frame('session.welcome');
    const second = await raw();
    second.sendRaw(auth(ticket));
    expect(await second.closed()).toBe(CLOSE_CODES.sessionEnded);
  });

  it('is used up by an attempt after its 30 seconds', async () => {
    const player = await game.join('Ticket-Three');
    const ticket = await ticketOf(player);
    game.clock.advance(30_001);
    const socket = await raw();
    socket.sendRaw(auth(ticket));
    expect(await socket.closed()).toBe(CLOSE_CODES.sessionEnded);
  });

  it('of a signed-out session opens nothing', async () => {
    const player = await game.join('Ticket-Four');
    const ticket = await ticketOf(player);
    await player.ok('logoutAll');
    const socket = await raw();
    socket.sendRaw(auth(ticket));
    expect(await socket.closed()).toBe(CLOSE_CODES.sessionEnded);
  });

  it('of an admin does not open a socket of players', async () => {
    const ticket = await ticketOf(await game.join('Ticket-Five'));
    await game.database.sql`UPDATE one_time_tokens SET audience = 'admin' WHERE consumed_at IS NULL`;
    const socket = await raw();
    socket.sendRaw(auth(ticket));
    expect(await socket.closed()).toBe(CLOSE_CODES.notAllowed);
  });

  it('opens a socket before the first login too, outside every sector', async () => {
    const socket = await join(await game.register('ticket_six'));
    const { data } = await socket.frame('session.welcome');
    expect(channelsOf(data)).toHaveLength(2);
  });
});

describe('before a socket is welcomed', () => {
  it('a page of another origin is refused', async () => {
    expect(await keep(new TestSocket(url, { origin: 'https://elsewhere.example' })).refused()).toBe(403);
  });

  it('a program without an origin is let in', async () => {
    await raw({ origin: null });
  });

  it('any other address is not found', async () => {
    expect(await keep(new TestSocket(url, { path: '/api/v1/ws/other' })).refused()).toBe(404);
  });

  it.each([
    ['something else', JSON.stringify({ v: 1, type: 'heartbeat', ref: '1', data: {} })],
    ['no JSON', 'hello'],
    ['a ticket nobody gave out', auth('x'.repeat(43))],
    ['more than a kilobyte', auth('x'.repeat(1200))],
    ['bytes', Buffer.from([1, 2, 3])],
  ])('%s as first frame closes it', async (_case, frame) => {
    const socket = await raw();
    socket.sendRaw(frame);
    expect(await socket.closed()).toBe(CLOSE_CODES.sessionEnded);
  });

  it('who says nothing for five seconds is sent away', async () => {
    expect(await (await raw()).closed()).toBe(CLOSE_CODES.sessionEnded);
  });

  it('frames sent right behind the ticket are answered, not lost', async () => {
    const player = await game.join('Early-Bird');
    const ticket = await ticketOf(player);
    const socket = await raw();
    socket.sendRaw(auth(ticket));
    socket.sendRaw(JSON.stringify({ v: 1, type: 'resume', ref: 'early', data: { channels: {} } }));
    expect(await socket.until('ack', () => socket.frames.find(({ ref }) => ref === 'early'))).toMatchObject({
      type: 'ack',
    });
  });
});

it('an address that asks for too many sockets is refused', async () => {
  const strict = await game.addServer({ env: { RATE_LIMITS: 'strict' } });
  const target = await strict.listen();
  const sockets = Array.from({ length: 11 }, () => keep(new TestSocket(target)));
  const outcomes = await Promise.all(
    sockets.map((socket) => Promise.race([socket.refused().catch(() => 0), socket.opened().then(() => 101)])),
  );
  expect(outcomes.filter((status) => status === 429)).toHaveLength(1);
  for (const socket of sockets) socket.cut();
  // Ten were let in, twenty are allowed at once: after that, closed sockets or not, one a second.
  const later: number[] = [];
  for (let attempt = 0; attempt < 12; attempt += 1) {
    const socket = keep(new TestSocket(target));
    later.push(await Promise.race([socket.refused().catch(() => 101), socket.opened().then(() => 101)]));
    socket.cut();
  }
  expect(later.at(-1)).toBe(429);
  await strict.stop();
});

describe('an open socket', () => {
  it('answers a heartbeat', async () => {
    const socket = await join(await game.join('Heart'));
    await socket.ask('heartbeat');
    expect((await socket.frame('heartbeat.ack')).data).toEqual({
      serverTime: new Date(game.clock()).toISOString(),
    });
  });

  it('answers what it does not understand under its reference', async () => {
    const socket = await join(await game.join('Babel'));
    expect(await socket.ask('nav.move', { to: 2 })).toMatchObject({
      type: 'error',
      code: 'validation_failed',
    });
    await socket.settled();
  });

  it.each([
    ['text that is no JSON', '{', CLOSE_CODES.malformed],
    ['JSON that is no object', '[1]', CLOSE_CODES.malformed],
    ['bytes', Buffer.from('{}'), CLOSE_CODES.malformed],
    ['more than 16 KiB', JSON.stringify({ pad: 'x'.repeat(17_000) }), CLOSE_CODES.frameTooBig],
    ['more than anybody reads', 'x'.repeat(70_000), 1009],
  ])('is closed by %s', async (name, frame, code) => {
    const socket = await join(await game.join(`Rude-${name.length}`));
    socket.sendRaw(frame);
    expect(await socket.closed()).toBe(code);
  });

  it('is closed after five warnings when it floods', async () => {
    const socket = await join(await game.join('Flood'));
    for (let index = 0; index < 60; index += 1) {
      socket.sendRaw(JSON.stringify({ v: 1, type: 'heartbeat', ref: `f${index}`, data: {} }));
    }
    expect(await socket.closed()).toBe(CLOSE_CODES.rateLimited);
    expect(socket.frames.filter(({ code }) => code === 'rate_limited')).toHaveLength(5);
    expect(socket.all('heartbeat.ack').length).toBeLessThanOrEqual(40);
  });

  it('gives way to the fourth tab', async () => {
    const player = await game.join('Tabs');
    const tabs: TestSocket[] = [];
    for (let tab = 0; tab < 4; tab += 1) {
      tabs.push(await join(player));
      game.clock.advance(1);
    }
    expect(await tabs[0]?.closed()).toBe(CLOSE_CODES.replaced);
    await Promise.all(tabs.slice(1).map((tab) => tab.settled()));
  });

  it('is closed when its session is revoked', async () => {
    const player = await game.join('Revoked');
    const socket = await join(player);
    await player.ok('logoutAll');
    expect(await socket.closed()).toBe(CLOSE_CODES.sessionEnded);
    expect(socket.all('session.revoked')).toHaveLength(1);
  });

  it('is closed when its session has reached its last day', async () => {
    const player = await game.join('Old-Session');
    const socket = await join(player);
    game.clock.advance(30 * 86_400_000);
    game.sockets.sweep();
    expect(await socket.closed()).toBe(CLOSE_CODES.sessionEnded);
  });

  it('is closed after 75 seconds of silence, a talking one is not', async () => {
    const silent = await join(await game.join('Silent'));
    const talking = await join(await game.join('Talking'));
    game.clock.advance(76_000);
    await talking.settled();
    game.sockets.sweep();
    expect(await silent.closed()).toBe(CLOSE_CODES.heartbeatTimeout);
    await talking.settled();
  });

  it('counts a pong as a sign of life', async () => {
    const socket = await join(await game.join('Ponger'));
    game.clock.advance(50_000);
    game.sockets.sweep();
    await socket.settled();
    game.clock.advance(50_000);
    game.sockets.sweep();
    await socket.settled();
  });
});

describe('a move', () => {
  it('takes the mover out of the sector before anything later is told there, and tells both sectors', async () => {
    const mover = await game.join('Mover');
    const stayer = await game.join('Stayer');
    const [a, b] = [await join(mover), await join(stayer)];
    await mover.undock();
    const home = (await mover.state()).location?.sectorId;
    const { moves } = await mover.ok('listMoves');
    const to = moves[0]?.to ?? 0;
    await mover.ok('move', { body: { to } });
    await stayer.undock();
    await b.ask('chat.send', { channel: 'sector', text: 'anybody here?', clientId: crypto.randomUUID() });

    const left = await b.frame('presence.left');
    expect(left).toMatchObject({ ch: `sector:${home}`, data: { playerId: await mover.playerId() } });
    await b.frame('chat.message');
    await a.settled();
    expect(await a.frame('channel.left', ({ data }) => data?.['name'] === `sector:${home}`)).toBeDefined();
    expect(await a.frame('channel.joined', ({ data }) => data?.['name'] === `sector:${to}`)).toBeDefined();
    expect(a.all('chat.message')).toHaveLength(0);
    expect(a.all('presence.entered').map(({ ch }) => ch)).toContain(`sector:${to}`);

    await stayer.ok('move', { body: { to } });
    await a.frame('presence.entered', ({ data, ch }) => ch === `sector:${to}` && data?.['name'] === 'Stayer');
  });

  it('moves every tab of the mover', async () => {
    const mover = await game.join('Two-Tabs');
    const [a, b] = [await join(mover), await join(mover)];
    await mover.undock();
    const { moves } = await mover.ok('listMoves');
    await mover.ok('move', { body: { to: moves[0]?.to ?? 0 } });
    await a.frame('channel.joined');
    await b.frame('channel.joined');
  });

  it('is told before the welcome is over to a socket that connects meanwhile', async () => {
    const mover = await game.join('Racer');
    await mover.undock();
    for (let round = 0; round < 5; round += 1) {
      const { moves } = await mover.ok('listMoves');
      const to = moves[0]?.to ?? 0;
      const ticket = await ticketOf(mover);
      const socket = await raw();
      socket.sendRaw(auth(ticket));
      await mover.ok('move', { body: { to } });
      await socket.frame('session.welcome');
      const { data } = await socket.ask('resume', { channels: {} });
      expect(namesOf(data).filter((name) => name.startsWith('sector:'))).toEqual([`sector:${to}`]);
      socket.cut();
    }
  });
});

describe('chat', () => {
  const say = (socket: TestSocket, text: string, clientId: string = crypto.randomUUID()) =>
    socket.ask('chat.send', { channel: 'sector', text, clientId });

  it('reaches the sector, its sender included, and nobody else', async () => {
    const [speaker, listener, outsider] = [
      await game.join('Speaker'),
      await game.join('Listener'),
      await game.join('Outsider'),
    ];
    await outsider.undock();
    const { moves } = await outsider.ok('listMoves');
    await outsider.ok('move', { body: { to: moves[0]?.to ?? 0 } });
    const [a, b, c] = [await join(speaker), await join(listener), await join(outsider)];
    const ack = await say(a, '  Fair skies,\u200b pilots  ');
    expect(ack.type).toBe('ack');
    const heard = await b.frame('chat.message');
    expect(heard.data).toMatchObject({
      text: 'Fair skies, pilots',
      sender: { name: 'Speaker' },
      id: ack.data?.['id'],
    });
    await a.frame('chat.message');
    await c.settled();
    expect(c.all('chat.message')).toHaveLength(0);
    expect((await outsider.ok('listRecentChat', { params: { channel: 'sector' } })).items).toEqual([]);
    expect(
      (await listener.ok('listRecentChat', { params: { channel: 'sector' } })).items.map(({ text }) => text),
    ).toContain('Fair skies, pilots');
  });

  it('says a resent line once, also when both copies come together', async () => {
    const a = await join(await game.join('Repeater'));
    const b = await join(await game.join('Repeated'));
    const clientId = crypto.randomUUID();
    const [one, two] = await Promise.all([say(a, 'once', clientId), say(a, 'once', clientId)]);
    expect(two?.data).toEqual(one?.data);
    await b.settled();
    expect(b.all('chat.message')).toHaveLength(1);
  });

  it('is refused before the first login', async () => {
    const socket = await join(await game.register('mute_stub'));
    expect(await say(socket, 'hello')).toMatchObject({ type: 'error', code: 'first_login_required' });
  });

  it('of a muted player is refused until the mute ends', async () => {
    const player = await game.join('Muted');
    const socket = await join(player);
    const until = new Date(game.clock() + 60_000);
    await game.database.sql`UPDATE players SET muted_until = ${until} WHERE id = ${await player.playerId()}`;
    expect(await say(socket, 'hello')).toMatchObject({ code: 'muted', until: until.toISOString() });
    game.clock.advance(60_000);
    expect(await say(socket, 'hello')).toMatchObject({ type: 'ack' });
  });

  it('of nothing but invisible characters is refused', async () => {
    const socket = await join(await game.join('Blank'));
    expect(await say(socket, '\u200b \u202e')).toMatchObject({ code: 'validation_failed' });
  });
});

describe('coming back', () => {
  const points = (socket: TestSocket): Promise<Record<string, { epoch: string; seq: number }>> =>
    socket
      .ask('resume', { channels: {} })
      .then(({ data }) =>
        Object.fromEntries(channelsOf(data).map(({ name, epoch, seq }) => [name, { epoch, seq }])),
      );
  const say = (socket: TestSocket, text: string) =>
    socket.ask('chat.send', { channel: 'sector', text, clientId: crypto.randomUUID() });

  it('to the same sector brings what was missed there, in order and once', async () => {
    const [here, away] = [await game.join('Here'), await game.join('Away')];
    const speaker = await join(here);
    const before = await join(away);
    const positions = await points(before);
    before.cut();
    game.clock.advance(5_000);
    for (const text of ['one', 'two', 'three']) await say(speaker, text);
    const after = await join(away);
    await after.ask('resume', { channels: positions });
    await after.settled();
    expect(after.all('chat.message').map(({ data }) => data?.['text'])).toEqual(['one', 'two', 'three']);
    expect(after.all('resync.required')).toHaveLength(0);
  });

  it('after a gap longer than what is kept asks for a resync', async () => {
    const player = await game.join('Long-Gone');
    const before = await join(player);
    const positions = await points(before);
    const stale = Object.fromEntries(
      Object.entries(positions).map(([name, point]) => [name, { ...point, epoch: 'another' }]),
    );
    const { type } = await before.ask('resume', { channels: stale });
    expect(type).toBe('ack');
    expect(
      before
        .all('resync.required')
        .map(({ data }) => data?.['channel'])
        .sort(),
    ).toEqual(Object.keys(positions).sort());
  });

  it('does not show what happened in a sector before one came to it', async () => {
    const [local, spy] = [await game.join('Local'), await game.join('Spy')];
    const speaker = await join(local);
    await local.undock();
    const { moves } = await local.ok('listMoves');
    const to = moves[0]?.to ?? 0;
    await local.ok('move', { body: { to } });
    const channel = `sector:${to}`;
    const positions = await points(speaker);
    await say(speaker, 'a secret');
    game.clock.advance(1_000);
    await spy.undock();
    await spy.ok('move', { body: { to } });
    const socket = await join(spy);
    await socket.ask('resume', {
      channels: { [channel]: { epoch: positions[channel]?.epoch ?? '', seq: 0 } },
    });
    await socket.settled();
    expect(socket.all('chat.message')).toHaveLength(0);
    expect(socket.all('resync.required')).toHaveLength(1);
    game.clock.advance(1_000);
    const known = await points(socket);
    socket.cut();
    await say(speaker, 'a greeting');
    const back = await join(spy);
    await back.ask('resume', { channels: known });
    expect((await back.frame('chat.message')).data).toMatchObject({ text: 'a greeting' });
  });

  it('does not open channels of places one is not in', async () => {
    const socket = await join(await game.join('Elsewhere'));
    await socket.ask('resume', {
      channels: { 'sector:299': { epoch: 'x', seq: 0 }, 'player:other': { epoch: 'x', seq: 0 } },
    });
    expect(socket.all('resync.required')).toHaveLength(0);
  });
});

describe('the channel of a station', () => {
  it('is open while docked there, and left by undocking', async () => {
    const player = await game.join('Trader');
    const socket = await join(player);
    const stationId = (await player.state()).location?.stationId ?? '';
    expect(await socket.ask('subscribe', { channels: [`station:${stationId}`] })).toMatchObject({
      type: 'ack',
    });
    await player.undock();
    await socket.frame('channel.left', ({ data }) => data?.['name'] === `station:${stationId}`);
    expect(await socket.ask('subscribe', { channels: [`station:${stationId}`] })).toMatchObject({
      code: 'not_found',
    });
  });

  it('is the only kind that can be opted into, and only of the right station', async () => {
    const socket = await join(await game.join('Optimist'));
    for (const channel of ['sector:2', 'player:x', 'station:nonsense', `station:${crypto.randomUUID()}`]) {
      expect(await socket.ask('subscribe', { channels: [channel] })).toMatchObject({ code: 'not_found' });
    }
  });
});

describe('presence', () => {
  it('lists who is here, connected or not', async () => {
    const [a, b] = [await game.join('Seen-Online'), await game.join('Seen-Offline')];
    await join(a);
    const viewer = await join(await game.join('Viewer'));
    const items = async () => {
      const { data } = await viewer.ask('presence.list', { scope: 'sector' });
      return data?.['items'] as { name: string; online: boolean }[];
    };
    await expect
      .poll(async () => (await items()).find(({ name }) => name === 'Seen-Online')?.online, {
        timeout: 10_000,
      })
      .toBe(true);
    expect((await items()).find(({ name }) => name === 'Seen-Offline')?.online).toBe(false);
    expect(
      (await b.ok('getCurrentSector')).contacts?.items.find(({ name }) => name === 'Seen-Online')?.online,
    ).toBe(true);
  });

  it('tells the sector when somebody connects', async () => {
    const watcher = await join(await game.join('Watcher'));
    const newcomer = await game.join('Newcomer');
    const id = await newcomer.playerId();
    await join(newcomer);
    await watcher.frame(
      'presence.updated',
      ({ data }) => data?.['playerId'] === id && data['online'] === true,
    );
  });
});
