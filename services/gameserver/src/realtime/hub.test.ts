import { fixedClock, sequentialIds } from '@sw/test-kit';
import { beforeEach, describe, expect, it } from 'vitest';
import type { FakeConnection } from '../testing/fake-connection.ts';
import { fakeConnection } from '../testing/fake-connection.ts';
import type { Hub } from './hub.ts';
import { createHub } from './hub.ts';
import type { ChannelEvent } from './outbox.ts';
import { eventsDropped, membership, sectorNamed, sessionRevoked } from './outbox.ts';

let hub: Hub;
let revoked: string[];
let named: string[];
let asked: string[];
let closing: string[];
let dropped: number;
const clock = fixedClock();

beforeEach(() => {
  revoked = [];
  named = [];
  asked = [];
  closing = [];
  dropped = 0;
  hub = createHub({
    clock,
    newId: sequentialIds(),
    onSessionRevoked: (id) => revoked.push(id),
    onRegionsChanged: () => named.push('regions'),
    onSectorNamed: (id, name) => named.push(`${id} ${name}`),
    onScopesChanged: (userId) => asked.push(userId),
    onHoldingChanged: () => {},
    onSocketClosing: (id) => closing.push(id),
    onNoticesChanged: () => {},
    onEventsDropped: () => {
      dropped += 1;
    },
  });
});

const at = (sectorId: number, rev: number) => ({ sectorId, regionName: 'terran-space', rev });
const found = (sectorId: number, rev: number, sinceMs = 0) => ({ ...at(sectorId, rev), sinceMs });
const told = (channel: string, text: string): ChannelEvent => ({
  channel,
  type: 'chat.message',
  data: { text },
});
const open = (id: string, sectorId: number, playerId?: string): FakeConnection => {
  const connection = fakeConnection(id, playerId);
  hub.add(connection);
  hub.open(connection, found(sectorId, 1));
  return connection;
};
const texts = ({ sent }: FakeConnection): unknown[] =>
  sent.filter(({ type }) => type === 'chat.message').map(({ data }) => (data as { text: string }).text);
const places = (connection: FakeConnection): string[] =>
  [...connection.channels.keys()].filter((name) => name.startsWith('sector:'));
const point = (connection: FakeConnection, name: string) => {
  const position = hub.positions(connection).find((candidate) => candidate.name === name);
  if (position === undefined) throw new Error(`not on ${name}`);
  return position;
};

describe('delivery', () => {
  it('goes to the members of the channel and nobody else', () => {
    const [a, b] = [open('a', 1), open('b', 2)];
    hub.deliver([told('sector:1', 'here'), told('player:player of b', 'for b'), told('global', 'all')]);
    expect(texts(a)).toEqual(['here', 'all']);
    expect(texts(b)).toEqual(['for b', 'all']);
  });

  it('numbers each channel for itself under its epoch', () => {
    const a = open('a', 1);
    hub.deliver([told('sector:1', 'x'), told('global', 'y'), told('sector:1', 'z')]);
    expect(a.sent.map(({ ch, seq }) => [ch, seq])).toEqual([
      ['sector:1', 1],
      ['global', 1],
      ['sector:1', 2],
    ]);
    expect(point(a, 'sector:1')).toMatchObject({ seq: 2 });
    expect(point(a, 'global').epoch).not.toBe(point(a, 'sector:1').epoch);
  });

  it('reaches nobody before he is welcomed or after he is gone', () => {
    const early = fakeConnection('early');
    hub.add(early);
    const late = open('late', 1);
    hub.remove(late);
    hub.deliver([told('global', 'x')]);
    expect([early, late].map(texts)).toEqual([[], []]);
    hub.open(late, found(1, 1));
    expect(late.channels.size).toBe(0);
  });
});

describe('membership', () => {
  it('changes before later events of the same commit', () => {
    const mover = open('m', 1, 'p');
    hub.deliver([
      told('sector:1', 'left behind'),
      membership('p', at(2, 2)),
      told('sector:1', 'after'),
      told('sector:2', 'there'),
    ]);
    expect(texts(mover)).toEqual(['left behind', 'there']);
    expect(mover.sent.map(({ type }) => type)).toEqual([
      'chat.message',
      'channel.left',
      'channel.joined',
      'chat.message',
    ]);
  });

  it('of two processes telling out of order the later place stays', () => {
    const mover = open('m', 1, 'p');
    hub.deliver([membership('p', at(3, 3))]);
    hub.deliver([membership('p', at(2, 2))]);
    expect(places(mover)).toEqual(['sector:3']);
  });

  it('told while a socket connects wins over an older place found for it', () => {
    const socket = fakeConnection('s', 'p');
    hub.add(socket);
    hub.deliver([membership('p', at(2, 5))]);
    hub.open(socket, found(1, 4));
    expect(places(socket)).toEqual(['sector:2']);
  });

  it('told late does not bring back a socket that was found further on', () => {
    const socket = fakeConnection('s', 'p');
    hub.add(socket);
    hub.deliver([membership('p', at(1, 4))]);
    hub.open(socket, found(2, 5));
    hub.deliver([membership('p', at(1, 4))]);
    expect(places(socket)).toEqual(['sector:2']);
  });

  it('in the same sector leaves only the station', () => {
    const trader = open('t', 1, 'p');
    hub.join(trader, 'station:s');
    hub.deliver([membership('p', at(1, 2))]);
    expect(trader.sent).toMatchObject([{ type: 'channel.left', data: { name: 'station:s' } }]);
    expect(places(trader)).toEqual(['sector:1']);
  });

  it('before the first login is of no place, after it of one', () => {
    const newcomer = fakeConnection('n', 'p');
    hub.add(newcomer);
    hub.open(newcomer, null);
    expect(newcomer.channels.size).toBe(2);
    hub.deliver([membership('p', at(1, 2))]);
    expect(places(newcomer)).toEqual(['sector:1']);
  });
});

describe('resume', () => {
  it('sends what was missed to who stayed', async () => {
    const before = open('a', 1, 'p');
    const stopped = point(before, 'sector:1');
    hub.remove(before);
    hub.deliver([told('sector:1', 'one'), told('sector:1', 'two')]);
    const after = open('b', 1, 'p');
    await hub.resume(after, { 'sector:1': stopped });
    expect(texts(after)).toEqual(['one', 'two']);
  });

  it('shows nothing from before the player came', async () => {
    const local = open('l', 1);
    const stopped = point(local, 'sector:1');
    hub.deliver([told('sector:1', 'secret')]);
    clock.advance(10);
    const spy = fakeConnection('s');
    hub.add(spy);
    hub.open(spy, found(1, 1, clock()));
    await hub.resume(spy, { 'sector:1': { ...stopped, seq: 0 } });
    expect(spy.sent).toMatchObject([{ type: 'resync.required', data: { channel: 'sector:1' } }]);
  });

  it('shows nothing from before a socket moved in', async () => {
    const mover = open('m', 1, 'p');
    open('local', 2);
    hub.deliver([told('sector:2', 'secret'), membership('p', at(2, 2))]);
    await hub.resume(mover, { 'sector:2': { epoch: point(mover, 'sector:2').epoch, seq: 0 } });
    expect(texts(mover)).toEqual([]);
    expect(mover.sent.at(-1)).toMatchObject({ type: 'resync.required' });
  });

  it.each([
    ['another epoch', { epoch: 'other', seq: 1 }],
    ['a number that was never given out', { seq: 99 }],
  ])('with %s asks for a resync', async (_case, change) => {
    const a = open('a', 1);
    hub.deliver([told('sector:1', 'x')]);
    await hub.resume(a, { 'sector:1': { ...point(a, 'sector:1'), ...change } });
    expect(a.sent.at(-1)).toMatchObject({ type: 'resync.required', data: { channel: 'sector:1' } });
  });

  it('of a channel one is not on is passed over', async () => {
    const a = open('a', 1);
    await hub.resume(a, { 'sector:9': { epoch: 'x', seq: 0 } });
    expect(a.sent).toEqual([]);
  });

  it('never sends more than 200 events', async () => {
    const a = open('a', 1);
    hub.deliver(Array.from({ length: 201 }, (_, index) => told('sector:1', String(index))));
    const { epoch } = point(a, 'sector:1');
    a.sent.length = 0;
    await hub.resume(a, { 'sector:1': { epoch, seq: 0 } });
    expect(a.sent).toMatchObject([{ type: 'resync.required' }]);
    await hub.resume(a, { 'sector:1': { epoch, seq: 1 } });
    expect(texts(a)).toHaveLength(200);
  });

  it('is asked of everybody when nobody knows what was missed', () => {
    const a = open('a', 1);
    hub.requireResync();
    expect(a.sent.map(({ data }) => (data as { channel: string }).channel).sort()).toEqual(
      [...a.channels.keys()].sort(),
    );
  });
});

it('keeps nothing of channels nobody listens to', () => {
  hub.deliver([told('sector:1', 'unheard')]);
  const first = open('a', 1);
  expect(point(first, 'sector:1').seq).toBe(0);
});

describe('counts', () => {
  it('know sockets, players and regions', () => {
    open('a', 1, 'p');
    open('b', 1, 'p');
    const c = open('c', 2, 'q');
    expect(hub.size()).toBe(3);
    expect(hub.socketsByPlayer()).toEqual(
      new Map([
        ['p', 2],
        ['q', 1],
      ]),
    );
    expect(hub.playersByRegion()).toEqual(new Map([['terran-space', 2]]));
    hub.remove(c);
    hub.remove(c);
    expect(hub.connectionsOf('q')).toEqual([]);
    expect(hub.size()).toBe(2);
  });

  it('of channels do not grow with sectors once left', () => {
    const a = open('a', 1);
    const { epoch } = point(a, 'sector:1');
    hub.remove(a);
    hub.sweepChannels();
    const again = open('b', 1);
    expect(point(again, 'sector:1').epoch).not.toBe(epoch);
  });
});

it('passes on that a session ended', () => {
  hub.deliver([sessionRevoked('s-1', 'logout')]);
  expect(revoked).toEqual(['s-1']);
});

it('hands the name of a sector to whoever keeps names, and to no socket', () => {
  const connection = open('a', 7);
  const before = connection.sent.length;
  hub.deliver([sectorNamed(7, 'Quiet Reach')]);
  expect(named).toEqual(['7 Quiet Reach']);
  expect(connection.sent).toHaveLength(before);
});

describe('operators', () => {
  const operator = (id: string, ...scopes: string[]): FakeConnection => {
    const connection = fakeConnection(id);
    const socket: FakeConnection = {
      ...connection,
      owner: { audience: 'admin', userId: `user ${id}`, sessionId: id, sessionEndsAtMs: 1e15 },
      scopes: new Set(scopes),
    };
    hub.add(socket);
    hub.open(socket, null);
    return socket;
  };
  const news = (text: string): ChannelEvent => told('admin:security', text);

  it('count neither as players nor as in a region', () => {
    operator('a', 'security.read');
    expect(hub.size()).toBe(1);
    expect(hub.socketsByPlayer().size).toBe(0);
    expect(hub.playersByRegion().size).toBe(0);
  });

  it('hear nothing from the loss of a scope until it is known what is left', () => {
    const a = operator('a', 'security.read');
    hub.deliver([
      news('before'),
      { channel: 'control', type: 'scopes_changed', data: { userId: 'user a' } },
      news('between'),
    ]);
    expect(asked).toEqual(['user a']);
    expect(texts(a)).toEqual(['before']);
    hub.allow(a, new Set());
    expect([...a.channels.keys()]).toEqual([]);
  });

  it('have their sockets closed by name', () => {
    hub.deliver([{ channel: 'control', type: 'socket_closing', data: { connectionId: 'a' } }]);
    expect(closing).toEqual(['a']);
  });
});

it('passes on that events were dropped', () => {
  hub.deliver([eventsDropped(3)]);
  expect(dropped).toBe(1);
});

describe('a link that is lost', () => {
  const links = ({ sent }: FakeConnection): string[] =>
    sent.map(({ type }) => type).filter((type) => type.startsWith('session.'));

  it('is said once to everybody who is here, and so is its return', () => {
    const [a, b] = [open('a', 1), open('b', 2)];
    hub.setDegraded(true);
    hub.setDegraded(true);
    expect(hub.isDegraded()).toBe(true);
    hub.setDegraded(false);
    expect([a, b].map(links)).toEqual(Array(2).fill(['session.degraded', 'session.restored']));
  });
});
