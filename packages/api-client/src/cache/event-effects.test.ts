import { EVENTS } from '@sw/contracts';
import { describe, expect, it } from 'vitest';
import type { SocketEvent } from '../socket/frames.ts';
import { decodeEvent } from '../socket/frames.ts';
import { envelope } from '../testing/fake-socket.ts';
import { playerStateReply, turns } from '../testing/samples.ts';
import type { Cache, LogEntry } from './cache.ts';
import { applyEvent, EVENT_EFFECTS } from './event-effects.ts';
import type { QueryKey } from './query-keys.ts';
import { queryKeys } from './query-keys.ts';
import { applyResync } from './resync.ts';

const ME = '0190a000-0000-7000-8000-000000000002';
const OTHER = '0190a000-0000-7000-8000-000000000003';
const SHIP = '0190a000-0000-7000-8000-000000000004';

const createFakeCache = (values: [QueryKey<unknown>, unknown][] = []) => {
  const store = new Map(values.map(([key, value]) => [JSON.stringify(key), value]));
  const invalidated: string[] = [];
  const logged: LogEntry[] = [];
  const notified: LogEntry[] = [];
  const charts: unknown[] = [];
  let signOuts = 0;
  const cache: Cache = {
    read: <T>(key: QueryKey<T>) => store.get(JSON.stringify(key)) as T | undefined,
    patch(key, change) {
      const id = JSON.stringify(key);
      if (store.has(id)) store.set(id, change(store.get(id) as never));
    },
    invalidate: (key) => invalidated.push(key.join('/')),
    mergeChart: (rows) => charts.push(rows),
    log: (entry) => logged.push(entry),
    notify: (entry) => notified.push(entry),
    signOut: () => {
      signOuts += 1;
    },
  };
  return { cache, invalidated, logged, notified, charts, signOuts: () => signOuts };
};

const event = (type: SocketEvent['type'], data: unknown, channel?: string): SocketEvent => {
  const at = channel === undefined ? undefined : { ch: channel, epoch: 'e', seq: 1 };
  const decoded = decodeEvent(envelope(type, data, at));
  if (typeof decoded === 'string') throw new Error(`${type} is ${decoded}`);
  return decoded;
};

const state = (rev: number): [QueryKey<unknown>, unknown] => [
  queryKeys.player.state(),
  { ...playerStateReply(rev), credits: 5000n },
];

const contact = (playerId: string, name: string) => ({
  playerId,
  shipId: SHIP,
  name,
  rank: 0,
  tier: 'neutral',
  isSuspect: false,
  teamTag: null,
  shipType: 'scout_ship',
  shipName: 'Lodestar',
  state: 'in_space',
  online: true,
  npc: null,
});

const sector = (...items: unknown[]): [QueryKey<unknown>, unknown] => [
  queryKeys.sector.current(),
  { id: 7, contacts: { items, more: 0 } },
];

it('has an effect for every event of the catalogue', () => {
  expect(Object.keys(EVENT_EFFECTS).sort()).toEqual(Object.keys(EVENTS).sort());
});

describe('player.state_changed', () => {
  it('patches what changed when it is the next change', () => {
    const { cache, invalidated } = createFakeCache([state(4)]);
    applyEvent(event('player.state_changed', { rev: 5, credits: 4000 }), cache);
    expect(cache.read(queryKeys.player.state())).toMatchObject({ rev: 5, credits: 4000n, turns });
    expect(invalidated).toEqual(['ships']);
  });

  it('is passed over when it is already known', () => {
    const { cache, invalidated } = createFakeCache([state(6)]);
    applyEvent(event('player.state_changed', { rev: 5, credits: 4000 }), cache);
    expect(cache.read(queryKeys.player.state())).toMatchObject({ rev: 6, credits: 5000n });
    expect(invalidated).not.toContain('player/state');
  });

  it('fetches anew when a change is missing in between', () => {
    const { cache, invalidated } = createFakeCache([state(4)]);
    applyEvent(event('player.state_changed', { rev: 6, credits: 4000 }), cache);
    expect(cache.read(queryKeys.player.state())).toMatchObject({ rev: 4 });
    expect(invalidated).toContain('player/state');
  });

  it('makes what is offered where one is docked old', () => {
    const [key, view] = state(4);
    const { cache, invalidated } = createFakeCache([
      [key, { ...(view as object), location: { stationId: SHIP } }],
    ]);
    applyEvent(event('player.state_changed', { rev: 5, credits: 4000 }), cache);
    expect(invalidated).toEqual(['ships', `station/${SHIP}/services`, `contracts/board/${SHIP}`]);
  });
});

describe('presence', () => {
  it('adds a ship once, with a line in the log', () => {
    const { cache, logged } = createFakeCache([sector()]);
    const entered = event('presence.entered', { ...contact(OTHER, 'Halyard'), via: null }, 'sector:7');
    applyEvent(entered, cache);
    applyEvent(entered, cache);
    expect(cache.read(queryKeys.sector.current())?.contacts?.items.map((item) => item.name)).toEqual([
      'Halyard',
    ]);
    expect(logged[0]).toMatchObject({ type: 'presence.entered', params: { name: 'Halyard' } });
  });

  it('does not tell a player of himself', () => {
    const { cache, logged } = createFakeCache([sector(), state(1)]);
    applyEvent(event('presence.entered', { ...contact(ME, 'Meridian'), via: null }, 'sector:7'), cache);
    expect(cache.read(queryKeys.sector.current())?.contacts?.items).toEqual([]);
    expect(logged).toEqual([]);
  });

  it('of another sector changes nothing here', () => {
    const { cache } = createFakeCache([sector()]);
    applyEvent(event('presence.entered', { ...contact(OTHER, 'Halyard'), via: null }, 'sector:8'), cache);
    expect(cache.read(queryKeys.sector.current())?.contacts?.items).toEqual([]);
  });

  it('of a pod asks what may be done for it', () => {
    const { cache, invalidated } = createFakeCache([sector()]);
    const pod = { ...contact(OTHER, 'Halyard'), shipType: 'escape_pod', via: null };
    applyEvent(event('presence.entered', pod, 'sector:7'), cache);
    expect(cache.read(queryKeys.sector.current())?.contacts?.items[0]).toMatchObject({ actions: [] });
    expect(invalidated).toEqual(['sector/current']);
  });

  it('removes and updates', () => {
    const { cache } = createFakeCache([sector(contact(OTHER, 'Halyard'))]);
    applyEvent(event('presence.updated', { playerId: OTHER, online: false }, 'sector:7'), cache);
    expect(cache.read(queryKeys.sector.current())?.contacts?.items[0]).toMatchObject({
      online: false,
      state: 'in_space',
    });
    applyEvent(
      event('presence.left', { playerId: OTHER, shipId: SHIP, name: 'Halyard', to: null }, 'sector:7'),
      cache,
    );
    expect(cache.read(queryKeys.sector.current())?.contacts?.items).toEqual([]);
  });
});

describe('chat.message', () => {
  const message = (id: string, clientId: string | null, text: string) => ({
    id,
    channel: 'sector',
    clientId,
    sender: { playerId: OTHER, name: 'Halyard' },
    text,
    ts: '2102-01-01T00:00:00.000Z',
  });
  const recent = (...items: unknown[]): [QueryKey<unknown>, unknown] => [
    queryKeys.chat.recent('sector'),
    { items },
  ];

  it('is appended once', () => {
    const { cache } = createFakeCache([recent()]);
    const said = event('chat.message', message(SHIP, null, 'clear skies'));
    applyEvent(said, cache);
    applyEvent(said, cache);
    expect(cache.read(queryKeys.chat.recent('sector'))?.items).toHaveLength(1);
  });

  it('takes the place of the local echo', () => {
    const { cache } = createFakeCache([recent(message('local', 'c1', 'clear skies'))]);
    applyEvent(event('chat.message', message(SHIP, 'c1', 'clear skies')), cache);
    expect(cache.read(queryKeys.chat.recent('sector'))?.items.map((item) => item.id)).toEqual([SHIP]);
  });
});

it('market.updated fetches a market anew only when it is newer than the one known', () => {
  const known: [QueryKey<unknown>, unknown] = [queryKeys.market.byStation(SHIP), { version: 5 }];
  const { cache, invalidated } = createFakeCache([known]);
  applyEvent(event('market.updated', { stationId: SHIP, version: 5 }), cache);
  expect(invalidated).toEqual([]);
  applyEvent(event('market.updated', { stationId: SHIP, version: 6 }), cache);
  expect(invalidated).toEqual([`market/station/${SHIP}`]);
});

const QUIET_REACH = {
  id: 8,
  number: 8,
  code: 'T-8',
  name: 'Quiet Reach',
  regionName: 'terran-space',
  zone: 'border',
  security: 'open',
};

it('player.moved makes everything seen from the old sector stale', () => {
  const { cache, invalidated, logged } = createFakeCache();
  applyEvent(event('player.moved', { sector: QUIET_REACH, turns: 80, cause: 'move' }), cache);
  expect(invalidated).toEqual(expect.arrayContaining(['player/state', 'sector', 'market', 'chat']));
  expect(logged[0]?.params).toMatchObject({ cause: 'move', sector: 'Quiet Reach' });
});

it('map.discovered without rows fetches the chart anew', () => {
  const { cache, invalidated } = createFakeCache();
  applyEvent(event('map.discovered', { regionName: 'terran-space', version: '2', rows: null }), cache);
  expect(invalidated).toEqual(['map/chart/terran-space']);
});

it('session.revoked signs out', () => {
  const world = createFakeCache();
  applyEvent(event('session.revoked', { reason: 'logout_all' }), world.cache);
  expect(world.signOuts()).toBe(1);
});

describe('a resync', () => {
  it('fetches anew what the channel keeps fresh', () => {
    const { cache, invalidated } = createFakeCache();
    applyResync('sector:7', cache);
    expect(invalidated).toEqual(['sector', 'chat']);
  });

  it('of everything reaches every kind of channel', () => {
    const { cache, invalidated } = createFakeCache();
    applyResync(null, cache);
    expect(invalidated).toEqual(expect.arrayContaining(['player', 'sector', 'chat', 'market', 'map']));
  });
});

describe('rank.promoted', () => {
  const promoted = { playerId: ME, name: 'Meridian', level: 1, rank: 'Spacer' };

  it('of oneself is a toast, told once although it comes on two channels', () => {
    const { cache, logged, notified } = createFakeCache([state(1)]);
    applyEvent(event('rank.promoted', promoted, `player:${ME}`), cache);
    applyEvent(event('rank.promoted', promoted, 'sector:7'), cache);
    expect(notified).toMatchObject([{ params: { rank: 'Spacer', own: 'yes' } }]);
    expect(logged).toEqual([]);
  });

  it('of somebody else is a line', () => {
    const { cache, logged, notified } = createFakeCache([state(1)]);
    applyEvent(event('rank.promoted', { ...promoted, playerId: OTHER, name: 'Halyard' }, 'sector:7'), cache);
    expect(logged).toMatchObject([{ params: { name: 'Halyard', own: 'no' } }]);
    expect(notified).toEqual([]);
  });
});

it('sector.discovered is a line, and a toast where it is rare', () => {
  const { cache, logged, notified } = createFakeCache();
  const found = {
    sector: QUIET_REACH,
    isFirst: false,
    formations: [],
    nebula: false,
    credits: 0,
    rankPoints: 1,
  };
  applyEvent(event('sector.discovered', found), cache);
  applyEvent(event('sector.discovered', { ...found, nebula: true, credits: 1_000 }), cache);
  expect([logged.length, notified.length]).toEqual([1, 1]);
});

it('map.marks_changed makes marks and searches stale', () => {
  const { cache, invalidated } = createFakeCache();
  applyEvent(event('map.marks_changed', { sectorId: 8 }), cache);
  expect(invalidated).toEqual(['sector/dossier/8', 'map/marks', 'map/search']);
});
