import { describe, expect, it } from 'vitest';
import { envelope, FakeSocket, welcome } from '../testing/fake-socket.ts';
import { createFakeTabs } from '../testing/fake-tabs.ts';
import { createFakeTiming, settle } from '../testing/fake-timing.ts';
import { createSharedSocket } from './shared-socket.ts';

const setUp = () => {
  const timing = createFakeTiming();
  const tabs = createFakeTabs();
  const sockets: FakeSocket[] = [];
  const openTab = () => {
    const events: string[] = [];
    const resyncs: (string | null)[] = [];
    const socket = createSharedSocket({
      name: 'sw-socket-1',
      url: 'ws://test/ws',
      timing,
      locks: tabs.locks,
      channel: tabs.openChannel(),
      ticket: async () => 'ticket',
      open() {
        const opened = new FakeSocket();
        sockets.push(opened);
        return opened;
      },
      onEvent: (event) => events.push(event.type),
      onResync: (channel) => resyncs.push(channel),
    });
    return { socket, events, resyncs };
  };
  const goLive = async () => {
    await settle();
    sockets.at(-1)!.open();
    sockets.at(-1)!.receive(welcome());
    await settle();
  };
  return { timing, sockets, openTab, goLive };
};

describe('two tabs', () => {
  const openTwo = async () => {
    const world = setUp();
    const first = world.openTab();
    first.socket.start();
    await world.goLive();
    const second = world.openTab();
    second.socket.start();
    await settle();
    return { ...world, first, second };
  };

  it('share one socket, its status and its events', async () => {
    const { sockets, first, second } = await openTwo();
    expect(sockets).toHaveLength(1);
    expect(second.socket.status()).toEqual({ kind: 'live', degraded: false });
    sockets[0]!.receive(
      envelope('system.announcement', { text: 'x', priority: 'low', at: '2102-01-01T00:00:00.000Z' }),
    );
    expect(first.events).toEqual(['session.welcome', 'system.announcement']);
    expect(second.events).toEqual(['system.announcement']);
  });

  it('send through the one that holds it', async () => {
    const { sockets, second } = await openTwo();
    const answer = second.socket.request('presence.list', { scope: 'sector' });
    await settle();
    sockets[0]!.receive({
      type: 'ack',
      ref: sockets[0]!.lastSent('presence.list').ref,
      data: { items: [1] },
    });
    expect(await answer).toEqual({ items: [1] });
  });

  it('pass refusals on with their code', async () => {
    const { sockets, second } = await openTwo();
    const answer = second.socket.request('presence.list', { scope: 'sector' });
    await settle();
    const { ref } = sockets[0]!.lastSent('presence.list');
    sockets[0]!.receive({ type: 'error', ref, code: 'rate_limited', detail: '' });
    await expect(answer).rejects.toMatchObject({ code: 'rate_limited' });
  });

  it('hand over when the holder goes, and fetch anew what nobody heard', async () => {
    const { sockets, first, second, goLive } = await openTwo();
    first.socket.stop();
    await goLive();
    expect(sockets).toHaveLength(2);
    expect(second.socket.status().kind).toBe('live');
    expect(second.resyncs).toEqual([null]);
  });

  it('are both told about a gap', async () => {
    const { sockets, first, second } = await openTwo();
    sockets[0]!.receive(envelope('resync.required', { channel: 'player:1' }));
    expect(first.resyncs).toEqual(['player:1']);
    expect(second.resyncs).toEqual(['player:1']);
  });
});

it('a tab that stops before it ever led leaves the socket alone', async () => {
  const { sockets, openTab, goLive } = setUp();
  const first = openTab();
  first.socket.start();
  await goLive();
  const second = openTab();
  second.socket.start();
  second.socket.stop();
  first.socket.stop();
  await settle();
  expect(sockets).toHaveLength(1);
});
