import { CLOSE_CODES } from '@sw/contracts';
import { describe, expect, it } from 'vitest';
import { toApiProblem } from '../http/api-problem.ts';
import { refuse } from '../testing/fake-fetch.ts';
import { envelope, FakeSocket, welcome } from '../testing/fake-socket.ts';
import { createFakeTiming, settle } from '../testing/fake-timing.ts';
import { createSocket } from './socket.ts';

const SECTOR = { name: 'sector:7', epoch: 'e1', seq: 10 };
const chat = (seq: number, text: string, epoch = 'e1') =>
  envelope(
    'chat.message',
    {
      id: '0190a000-0000-7000-8000-00000000000c',
      channel: 'sector',
      clientId: null,
      sender: { playerId: '0190a000-0000-7000-8000-00000000000d', name: 'Halyard' },
      text,
      ts: '2102-01-01T00:00:00.000Z',
    },
    { ch: 'sector:7', epoch, seq },
  );

const setUp = (ticket: () => Promise<string> = async () => 'ticket-1') => {
  const timing = createFakeTiming();
  const sockets: FakeSocket[] = [];
  const events: string[] = [];
  const others: string[] = [];
  const resyncs: (string | null)[] = [];
  let wake: () => void = () => undefined;
  const socket = createSocket({
    url: 'ws://test/ws',
    timing,
    ticket,
    open() {
      const opened = new FakeSocket();
      sockets.push(opened);
      return opened;
    },
    onEvent: (event) => events.push(event.type === 'chat.message' ? event.data.text : event.type),
    onResync: (channel) => resyncs.push(channel),
    onOther: ({ type }) => others.push(type),
    session: { accessToken: async () => 'old', renew: async () => 'new' },
    onWake(listener) {
      wake = listener;
      return () => undefined;
    },
  });
  const server = () => sockets.at(-1)!;
  const goLive = async (...channels: Parameters<typeof welcome>) => {
    await settle();
    server().open();
    server().receive(welcome(...channels));
    await settle();
  };
  return { socket, timing, sockets, server, events, others, resyncs, goLive, wake: () => wake() };
};

describe('connecting', () => {
  it('shows the ticket in the first frame and is live after the welcome', async () => {
    const { socket, server, goLive } = setUp();
    socket.start();
    expect(socket.status()).toEqual({ kind: 'connecting', attempt: 0 });
    await goLive(SECTOR);
    expect(server().sent[0]).toMatchObject({ v: 1, type: 'auth', data: { ticket: 'ticket-1' } });
    expect(socket.status()).toEqual({ kind: 'live', degraded: false });
  });

  it('says while the server hears nothing of the others, and when it does again', async () => {
    const { socket, server, goLive } = setUp();
    socket.start();
    await goLive(SECTOR);
    server().receive(envelope('session.degraded', {}));
    expect(socket.status()).toEqual({ kind: 'live', degraded: true });
    server().receive(envelope('session.restored', {}));
    expect(socket.status()).toEqual({ kind: 'live', degraded: false });
  });

  it('knows of it from the beginning where it is so at the welcome', async () => {
    const { socket, server, goLive } = setUp();
    socket.start();
    await goLive(SECTOR);
    server().drop(1006);
    await settle();
    socket.wake();
    await goLive(SECTOR);
    server().receive(envelope('session.degraded', {}));
    server().receive({ type: 'ack', ref: server().lastSent('resume').ref });
    await settle();
    expect(socket.status()).toEqual({ kind: 'live', degraded: true });
  });

  it('waits 1, 2, 4 … 30 s between attempts', async () => {
    const { socket, timing, sockets, server } = setUp();
    socket.start();
    const waits: number[] = [];
    for (let i = 0; i < 7; i += 1) {
      await settle();
      server().drop(1006);
      await settle();
      const status = socket.status();
      if (status.kind !== 'offline' || status.retryAtMs === null) throw new Error('expected to wait');
      waits.push(status.retryAtMs - timing.nowMs());
      await timing.advance(waits.at(-1)!);
    }
    expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
    expect(sockets).toHaveLength(8);
  });

  it('tries at once when the network returns', async () => {
    const { socket, sockets, server, wake } = setUp();
    socket.start();
    await settle();
    server().drop(1006);
    await settle();
    wake();
    await settle();
    expect(sockets).toHaveLength(2);
  });

  it('waits as long as a stopping server asks', async () => {
    const { socket, timing, server, goLive } = setUp();
    socket.start();
    await goLive(SECTOR);
    server().receive(envelope('system.draining', { retryAfterMs: 6500 }));
    server().drop(CLOSE_CODES.draining);
    await settle();
    expect(socket.status()).toMatchObject({ kind: 'offline', retryAtMs: timing.nowMs() + 6500 });
  });

  it('gives up a connection without a welcome after 10 s', async () => {
    const { socket, timing, server } = setUp();
    socket.start();
    await timing.advance(10_000);
    expect(server().isClosedByClient).toBe(true);
    expect(socket.status().kind).toBe('offline');
  });

  it.each([CLOSE_CODES.notAllowed, CLOSE_CODES.noPlayer, CLOSE_CODES.replaced])(
    'stays away after %i',
    async (code) => {
      const { socket, timing, sockets, server, goLive } = setUp();
      socket.start();
      await goLive(SECTOR);
      server().drop(code);
      await timing.advance(120_000);
      expect(socket.status()).toMatchObject({ kind: 'offline', retryAtMs: null, closeCode: code });
      expect(sockets).toHaveLength(1);
    },
  );

  it('renews the session before it comes back from 4401', async () => {
    const { socket, timing, sockets, server, goLive } = setUp();
    socket.start();
    await goLive(SECTOR);
    server().drop(CLOSE_CODES.sessionEnded);
    await timing.advance(1000);
    expect(sockets).toHaveLength(2);
  });

  it('stays away when no ticket is given to it any more', async () => {
    const answer = refuse(401, 'session_revoked');
    const { socket, timing, sockets } = setUp(async () => {
      throw toApiProblem(answer, await answer.clone().json());
    });
    socket.start();
    await timing.advance(120_000);
    expect(socket.status()).toMatchObject({ kind: 'offline', retryAtMs: null });
    expect(sockets).toHaveLength(0);
  });

  it('does nothing more after stop', async () => {
    const { socket, timing, sockets, server, goLive } = setUp();
    socket.start();
    await goLive(SECTOR);
    socket.stop();
    expect(server().isClosedByClient).toBe(true);
    await timing.advance(120_000);
    expect(socket.status()).toEqual({ kind: 'idle' });
    expect(sockets).toHaveLength(1);
  });
});

describe('the heartbeat', () => {
  it('beats every 25 s while answers come', async () => {
    const { socket, timing, server, goLive } = setUp();
    socket.start();
    await goLive(SECTOR);
    for (let i = 0; i < 3; i += 1) {
      await timing.advance(25_000);
      server().receive(envelope('heartbeat.ack', { serverTime: '2102-01-01T00:00:00.000Z' }));
    }
    expect(server().sent.filter((frame) => frame.type === 'heartbeat')).toHaveLength(3);
    expect(socket.status().kind).toBe('live');
  });

  it('takes a link for dead that stays silent for 10 s after a beat', async () => {
    const { socket, timing, goLive } = setUp();
    socket.start();
    await goLive(SECTOR);
    await timing.advance(34_999);
    expect(socket.status().kind).toBe('live');
    await timing.advance(1);
    expect(socket.status()).toMatchObject({ kind: 'offline', closeCode: 1006 });
  });

  it('probes at once when the tab is looked at again', async () => {
    const { socket, server, goLive, wake } = setUp();
    socket.start();
    await goLive(SECTOR);
    wake();
    expect(server().lastSent('heartbeat')).toBeDefined();
  });
});

describe('events', () => {
  it('arrive once, in order, whatever is repeated', async () => {
    const { socket, server, events, resyncs, goLive } = setUp();
    socket.start();
    await goLive(SECTOR);
    const first = chat(11, 'first');
    server().receive(first);
    server().receive(first);
    server().receive(chat(11, 'same number again'));
    server().receive(chat(12, 'second'));
    expect(events).toEqual(['session.welcome', 'first', 'second']);
    expect(resyncs).toEqual([]);
  });

  it('told again under a number of their own are no news, and leave no gap behind', async () => {
    const { socket, server, events, resyncs, goLive } = setUp();
    socket.start();
    await goLive(SECTOR);
    const first = chat(11, 'first');
    server().receive(first);
    server().receive({ ...first, seq: 12 });
    server().receive(chat(13, 'second'));
    expect(events).toEqual(['session.welcome', 'first', 'second']);
    expect(resyncs).toEqual([]);
  });

  it('ask for a resync of their channel after a gap', async () => {
    const { socket, server, events, resyncs, goLive } = setUp();
    socket.start();
    await goLive(SECTOR);
    server().receive(chat(13, 'later'));
    expect(resyncs).toEqual(['sector:7']);
    expect(events).toContain('later');
  });

  it('ask for a resync when the numbering began anew', async () => {
    const { socket, server, resyncs, goLive } = setUp();
    socket.start();
    await goLive(SECTOR);
    server().receive(chat(1, 'new epoch', 'e2'));
    expect(resyncs).toEqual(['sector:7']);
  });

  it('of a channel joined later start where it stands', async () => {
    const { socket, server, resyncs, goLive } = setUp();
    socket.start();
    await goLive();
    server().receive(envelope('channel.joined', SECTOR));
    server().receive(chat(11, 'first'));
    expect(resyncs).toEqual([]);
  });

  it('that no contract knows are passed over, those that break one cause a resync', async () => {
    const { socket, server, events, resyncs, goLive } = setUp();
    socket.start();
    await goLive(SECTOR);
    server().receive(envelope('future.thing', {}, { ch: 'sector:7', epoch: 'e1', seq: 11 }));
    server().receive(envelope('chat.message', { text: 5 }, { ch: 'sector:7', epoch: 'e1', seq: 12 }));
    expect(events).toEqual(['session.welcome']);
    expect(resyncs).toEqual(['sector:7']);
  });
});

describe('resuming', () => {
  const reconnect = async (world: ReturnType<typeof setUp>) => {
    world.socket.start();
    await world.goLive(SECTOR);
    world.server().receive(chat(11, 'before'));
    world.server().drop(1006);
    await world.timing.advance(1000);
    await world.goLive({ ...SECTOR, seq: 14 });
  };

  it('asks for what came after the last event seen', async () => {
    const world = setUp();
    await reconnect(world);
    expect(world.server().lastSent('resume').data).toEqual({
      channels: { 'sector:7': { epoch: 'e1', seq: 11 } },
    });
    expect(world.socket.status().kind).toBe('connecting');
  });

  it('puts a live event that overtook the replay behind it', async () => {
    const world = setUp();
    await reconnect(world);
    world.server().receive(chat(14, 'live'));
    world.server().receive(chat(12, 'replayed 12'));
    world.server().receive(chat(13, 'replayed 13'));
    world.server().receive({ type: 'ack', ref: world.server().lastSent('resume').ref });
    await settle();
    expect(world.events.slice(-3)).toEqual(['replayed 12', 'replayed 13', 'live']);
    expect(world.resyncs).toEqual([]);
    expect(world.socket.status().kind).toBe('live');
  });

  it('fetches one channel anew when the server says so', async () => {
    const world = setUp();
    await reconnect(world);
    world.server().receive(envelope('resync.required', { channel: 'sector:7' }));
    world.server().receive({ type: 'ack', ref: world.server().lastSent('resume').ref });
    await settle();
    world.server().receive(chat(15, 'after'));
    expect(world.resyncs).toEqual(['sector:7']);
  });

  it('fetches everything anew when it fails', async () => {
    const world = setUp();
    await reconnect(world);
    world.server().receive({
      type: 'error',
      ref: world.server().lastSent('resume').ref,
      code: 'rate_limited',
      detail: '',
    });
    await settle();
    expect(world.resyncs).toEqual([null]);
    expect(world.socket.status().kind).toBe('live');
  });

  it('begins again when the link breaks in the middle', async () => {
    const world = setUp();
    await reconnect(world);
    world.server().drop(1006);
    await settle();
    expect(world.socket.status().kind).toBe('offline');
    await world.timing.advance(2000);
    await world.goLive({ ...SECTOR, seq: 14 });
    expect(world.server().lastSent('resume').data).toEqual({
      channels: { 'sector:7': { epoch: 'e1', seq: 11 } },
    });
  });
});

describe('requests', () => {
  const live = async () => {
    const world = setUp();
    world.socket.start();
    await world.goLive(SECTOR);
    return world;
  };

  it('resolve with the data of their ack', async () => {
    const { socket, server } = await live();
    const answer = socket.request('presence.list', { scope: 'sector' });
    server().receive({ type: 'ack', ref: server().lastSent('presence.list').ref, data: { items: [] } });
    expect(await answer).toEqual({ items: [] });
  });

  it('reject with the code of a refusal', async () => {
    const { socket, server } = await live();
    const answer = socket.request('chat.send', { channel: 'sector', text: 'hi', clientId: 'x' });
    server().receive({
      type: 'error',
      ref: server().lastSent('chat.send').ref,
      code: 'muted',
      detail: 'Until noon.',
    });
    await expect(answer).rejects.toMatchObject({
      name: 'SocketRefusal',
      code: 'muted',
      detail: 'Until noon.',
    });
  });

  it('reject when the connection breaks, when nobody answers, and when there is none', async () => {
    const { socket, server, timing } = await live();
    const unanswered = socket
      .request('presence.list', { scope: 'sector' })
      .catch((thrown: Error) => thrown.name);
    await timing.advance(10_000);
    expect(await unanswered).toBe('NetworkError');
    const broken = socket.request('presence.list', { scope: 'sector' }).catch((thrown: Error) => thrown.name);
    server().drop(1006);
    expect(await broken).toBe('NetworkError');
    await expect(socket.request('presence.list', { scope: 'sector' })).rejects.toThrow('not connected');
  });
});

describe('events of another catalogue', () => {
  it('are passed on once and in order, and a gap among them asks for a resync', async () => {
    const { socket, server, goLive, events, others, resyncs } = setUp();
    socket.start();
    await goLive({ name: 'admin:system', epoch: 'e1', seq: 1 });
    const news = (seq: number) => envelope('admin.job', { any: 1 }, { ch: 'admin:system', epoch: 'e1', seq });
    server().receive(news(2));
    server().receive(news(2));
    expect([others, resyncs]).toEqual([['admin.job'], []]);
    server().receive(news(4));
    expect([others, resyncs]).toEqual([['admin.job', 'admin.job'], ['admin:system']]);
    expect(events).not.toContain('admin.job');
  });
});
