import type { AdminTopic } from '@sw/contracts/admin';
import { ADMIN_TOPICS, adminChannel, scopeOfAdminChannel } from '@sw/contracts/admin';
import type { BusItem, ChannelPosition } from '../platform/bus.ts';
import type { Clock } from '../platform/clock.ts';
import { toMoment } from '../platform/clock.ts';
import type { MemberSince, SentFrame } from './channel.ts';
import { createChannelStore } from './channel-store.ts';
import type { Connection } from './connection.ts';
import { holderOf } from './connection.ts';
import type { ChannelEvent, ControlEvent, MembershipChange, OutboxEvent, Place } from './outbox.ts';
import { GLOBAL_CHANNEL, isControl, playerChannel, regionChannel, sectorChannel } from './outbox.ts';
import { MAX_REPLAYED } from './retention.ts';
import type { SharedChannels } from './shared-channels.ts';

/** Where a client says it stopped listening. */
export type ResumePoints = Readonly<Record<string, { readonly epoch: string; readonly seq: number }>>;

/** Where a player was found, and since when he is there. */
export interface FoundPlace extends Place {
  readonly sinceMs: number;
}

export interface Hub {
  /** Delivers the events of one commit in order; a membership change acts before those behind it. */
  deliver(events: readonly OutboxEvent[]): void;
  /** The same of what the bus told, already numbered for the whole fleet. */
  deliverNumbered(items: readonly BusItem[]): void;
  /** Learns where channels stand before somebody joins them; nothing to wait for without a bus. */
  prepare(channels: readonly string[]): Promise<void>;
  /** From now on control events reach the connection; it hears nothing yet. */
  add(connection: Connection): void;
  /** Puts it on its channels: those of `found`, unless a later place was told since it was added. */
  open(connection: Connection, found: FoundPlace | null): void;
  remove(connection: Connection): void;
  join(connection: Connection, channel: string): void;
  leave(connection: Connection, channel: string): void;
  /** Replays what was missed on the channels the connection is on; a gap asks for a resync. */
  resume(connection: Connection, points: ResumePoints): Promise<void>;
  /** Something may have been missed that nobody can name: everybody is asked to fetch anew. */
  requireResync(): void;
  /** Events of others do not arrive, or do again: sockets are told when it changes, and when they open. */
  setDegraded(isDegraded: boolean): void;
  isDegraded(): boolean;
  positions(connection: Connection): { name: string; epoch: string; seq: number }[];
  /** Takes what an operator may do now: he leaves the topics he may not hear and joins those he may. */
  allow(connection: Connection, scopes: ReadonlySet<string>): void;
  /** Sockets of a persona, by `holderOf`. */
  connectionsOf(holder: string): readonly Connection[];
  connections(): IterableIterator<Connection>;
  size(): number;
  /** Channels somebody here is on. */
  roomCount(): number;
  /** Sockets of each player who has any. */
  socketsByPlayer(): ReadonlyMap<string, number>;
  /** Players by the region they are in, as far as they are connected here. */
  playersByRegion(): ReadonlyMap<string, number>;
  sweepChannels(): void;
}

export interface HubOptions {
  readonly clock: Clock;
  readonly newId: () => string;
  readonly onSessionRevoked: (sessionId: string, reason: string) => void;
  readonly onSectorNamed: (sectorId: number, name: string) => void;
  /** The operator hears nothing until `allow` was called for his sockets. */
  readonly onScopesChanged: (userId: string) => void;
  readonly onSocketClosing: (connectionId: string) => void;
  readonly onNoticesChanged: () => void;
  readonly onRegionsChanged: () => void;
  /** Events were dropped that nobody will ever see. */
  readonly onEventsDropped: () => void;
  /** Channels numbered by a bus; without it this process numbers them itself. */
  readonly shared?: SharedChannels;
  readonly onHoldingChanged: (userId: string) => void;
  /** Characters all channels together may keep for replay. */
  readonly replayBudget?: number;
}

const PLACE_CHANNEL = /^(?:sector|region):/;
const STATION_CHANNEL = /^station:/;
const REPLAY_BUDGET = 32 * 1024 * 1024;
const FROM_THE_BEGINNING: MemberSince = { seq: 0, atMs: 0 };

/** The topics an operator of these scopes may hear. */
const heardWith = (scopes: ReadonlySet<string>): string[] =>
  Object.entries(ADMIN_TOPICS)
    .filter(([, scope]) => scopes.has(scope))
    .map(([topic]) => adminChannel(topic as AdminTopic));

/** Rooms, numbering and replay of this process, all in memory: everything in it can be rebuilt. */
export const createHub = ({
  clock,
  newId,
  onSessionRevoked,
  onSectorNamed,
  onScopesChanged,
  onSocketClosing,
  onNoticesChanged,
  onRegionsChanged,
  onEventsDropped,
  shared,
  onHoldingChanged,
  replayBudget = REPLAY_BUDGET,
}: HubOptions): Hub => {
  const channels = createChannelStore(newId, replayBudget);
  const rooms = new Map<string, Set<Connection>>();
  const byHolder = new Map<string, Set<Connection>>();
  const all = new Set<Connection>();
  let isDegraded = false;

  const positionOf = (name: string): ChannelPosition =>
    shared === undefined ? channels.get(name) : shared.position(name);

  /** Topics of operators reach those who hold their scope at this moment. */
  const sendTo = (room: Iterable<Connection>, frame: SentFrame, channel: string): void => {
    const scope = scopeOfAdminChannel(channel);
    for (const connection of room) {
      if (scope === null || connection.scopes.has(scope)) connection.sendFrame(frame, channel);
    }
  };

  /** What nobody here has listened to needs no number: whoever comes begins with an epoch of his own. */
  const publish = (event: ChannelEvent): void => {
    const channel = channels.find(event.channel);
    if (channel === undefined) return;
    const nowMs = clock();
    const { epoch } = channel;
    const head = `{"v":1,"type":${JSON.stringify(event.type)},"ch":${JSON.stringify(event.channel)},"epoch":"${epoch}","seq":`;
    const tail = `,"id":"${newId()}","ts":"${toMoment(nowMs)}","data":${JSON.stringify(event.data)}}`;
    const frame = channels.append(event.channel, (seq) => `${head}${seq}${tail}`, nowMs, event.coalesceKey);
    sendTo(rooms.get(event.channel) ?? [], frame, event.channel);
  };

  const direct = (connection: Connection, type: string, data: unknown): void =>
    connection.send(JSON.stringify({ v: 1, type, id: newId(), ts: toMoment(clock()), data }));

  const enter = (connection: Connection, name: string, since: MemberSince): void => {
    if (connection.channels.has(name)) return;
    positionOf(name);
    connection.channels.set(name, since);
    const room = rooms.get(name);
    if (room === undefined) rooms.set(name, new Set([connection]));
    else room.add(connection);
  };

  const join = (connection: Connection, name: string): void =>
    enter(connection, name, { seq: positionOf(name).seq, atMs: 0 });

  const leave = (connection: Connection, name: string): void => {
    connection.channels.delete(name);
    const room = rooms.get(name);
    room?.delete(connection);
    if (room?.size === 0) rooms.delete(name);
  };

  /** Whoever moves or undocks leaves the station's channel too; it is opted into again. */
  const relocate = (connection: Connection, { sectorId, regionName }: Place): void => {
    const wanted = new Set([sectorChannel(sectorId), regionChannel(regionName)]);
    for (const name of [...connection.channels.keys()]) {
      const isLeft = (PLACE_CHANNEL.test(name) && !wanted.has(name)) || STATION_CHANNEL.test(name);
      if (!isLeft) continue;
      leave(connection, name);
      direct(connection, 'channel.left', { name });
    }
    for (const name of wanted) {
      if (connection.channels.has(name)) continue;
      join(connection, name);
      const { epoch, seq } = positionOf(name);
      direct(connection, 'channel.joined', { name, epoch, seq });
    }
  };

  const follow = (
    { playerId, ...place }: MembershipChange['data'],
    positions: ReadonlyMap<string, ChannelPosition> | undefined,
  ): void => {
    const own = byHolder.get(playerId);
    if (own === undefined) return;
    // Where the new channels stand at this very point of the bus.
    for (const [name, position] of positions ?? []) shared?.place(name, position);
    for (const connection of own) {
      // Of two processes each tells in its own time: an older place must not replace a later one.
      if (connection.place !== undefined && connection.place.rev >= place.rev) continue;
      connection.place = place;
      if (connection.isOpen) relocate(connection, place);
    }
  };

  const pause = (userId: string): void => {
    for (const connection of byHolder.get(`admin ${userId}`) ?? []) connection.scopes = new Set();
    onScopesChanged(userId);
  };

  const control = (event: ControlEvent, positions?: ReadonlyMap<string, ChannelPosition>): void => {
    switch (event.type) {
      case 'session_revoked':
        onSessionRevoked(event.data.sessionId, event.data.reason);
        break;
      case 'sector_named':
        onSectorNamed(event.data.sectorId, event.data.name);
        break;
      case 'regions_changed':
        onRegionsChanged();
        break;
      case 'scopes_changed':
        pause(event.data.userId);
        break;
      case 'socket_closing':
        onSocketClosing(event.data.connectionId);
        break;
      case 'events_dropped':
        onEventsDropped();
        break;
      case 'holding_changed':
        onHoldingChanged(event.data.userId);
        break;
      case 'notices_changed':
        onNoticesChanged();
        break;
      case 'membership':
        follow(event.data, positions);
        break;
    }
  };

  /** The frames after a point: at once from memory, later from the bus; null when there is a gap. */
  const missedSince = (name: string, point: ChannelPosition, since: MemberSince) => {
    if (shared !== undefined) return shared.replay(name, point, since);
    const channel = channels.get(name);
    if (channel.epoch !== point.epoch) return null;
    const missed = channel.since(point.seq, since, clock());
    return missed !== null && missed.length > MAX_REPLAYED ? null : missed;
  };

  const sendMissed = (connection: Connection, name: string, missed: readonly SentFrame[] | null): void => {
    if (missed === null) direct(connection, 'resync.required', { channel: name });
    // Whoever left while the question was under way gets nothing.
    if (!connection.channels.has(name)) return;
    for (const frame of missed ?? []) sendTo([connection], frame, name);
  };

  const numbered = (frame: Extract<BusItem, { kind: 'frame' }>): void => {
    const arrival = shared?.take(frame);
    const room = rooms.get(frame.channel);
    if (arrival === undefined || arrival === 'unheard' || arrival === 'repeat' || room === undefined) return;
    if (arrival === 'renumbered') {
      // Under a new numbering everybody who is here now is here from its beginning.
      for (const { channels: joined } of room) {
        const since = joined.get(frame.channel);
        if (since !== undefined) joined.set(frame.channel, { ...since, seq: 0 });
      }
    }
    sendTo(room, frame, frame.channel);
  };

  return {
    deliver: (events) => {
      for (const event of events) {
        if (isControl(event)) control(event);
        else publish(event);
      }
    },
    deliverNumbered: (items) => {
      for (const item of items) {
        if (item.kind === 'control') control(JSON.parse(item.json) as ControlEvent, item.positions);
        else numbered(item);
      }
    },
    prepare: async (names) => await shared?.prepare(names),
    add: (connection) => {
      all.add(connection);
      const holder = holderOf(connection.owner);
      const own = byHolder.get(holder);
      if (own === undefined) byHolder.set(holder, new Set([connection]));
      else own.add(connection);
    },
    open: (connection, found) => {
      if (!all.has(connection)) return;
      connection.isOpen = true;
      if (connection.owner.audience === 'admin') {
        for (const name of heardWith(connection.scopes)) enter(connection, name, FROM_THE_BEGINNING);
        return;
      }
      enter(connection, playerChannel(connection.owner.playerId), FROM_THE_BEGINNING);
      enter(connection, GLOBAL_CHANNEL, FROM_THE_BEGINNING);
      const told = connection.place;
      if (found !== null && (told === undefined || told.rev <= found.rev)) {
        const { sinceMs, ...place } = found;
        connection.place = place;
        // Since when he is in the region nobody noted; it was not after he came to the sector.
        enter(connection, sectorChannel(place.sectorId), { seq: 0, atMs: sinceMs });
        enter(connection, regionChannel(place.regionName), { seq: 0, atMs: sinceMs });
      } else if (told !== undefined) {
        join(connection, sectorChannel(told.sectorId));
        join(connection, regionChannel(told.regionName));
      }
    },
    remove: (connection) => {
      if (!all.delete(connection)) return;
      connection.isOpen = false;
      for (const name of [...connection.channels.keys()]) leave(connection, name);
      const holder = holderOf(connection.owner);
      const own = byHolder.get(holder);
      own?.delete(connection);
      if (own?.size === 0) byHolder.delete(holder);
    },
    join,
    leave,
    resume: async (connection, points) => {
      for (const [name, point] of Object.entries(points)) {
        const since = connection.channels.get(name);
        if (since === undefined) continue;
        const missed = missedSince(name, point, since);
        sendMissed(connection, name, missed instanceof Promise ? await missed.catch(() => null) : missed);
      }
    },
    requireResync: () => {
      for (const connection of all) {
        for (const name of connection.channels.keys())
          direct(connection, 'resync.required', { channel: name });
      }
    },
    setDegraded: (next) => {
      if (next === isDegraded) return;
      isDegraded = next;
      const type = next ? 'session.degraded' : 'session.restored';
      for (const connection of all) if (connection.isOpen) direct(connection, type, {});
    },
    isDegraded: () => isDegraded,
    positions: (connection) =>
      [...connection.channels.keys()].map((name) => {
        const { epoch, seq } = positionOf(name);
        return { name, epoch, seq };
      }),
    allow: (connection, scopes) => {
      if (!all.has(connection)) return;
      const before = new Set(heardWith(connection.scopes));
      connection.scopes = scopes;
      for (const name of [...connection.channels.keys()]) {
        const scope = scopeOfAdminChannel(name);
        if (scope === null || scopes.has(scope)) continue;
        leave(connection, name);
        direct(connection, 'channel.left', { name });
      }
      for (const name of heardWith(scopes)) {
        if (!connection.isOpen || before.has(name) || connection.channels.has(name)) continue;
        join(connection, name);
        const { epoch, seq } = positionOf(name);
        direct(connection, 'channel.joined', { name, epoch, seq });
      }
    },
    connectionsOf: (holder) => [...(byHolder.get(holder) ?? [])],
    connections: () => all.values(),
    size: () => all.size,
    roomCount: () => rooms.size,
    socketsByPlayer: () => {
      const counts = new Map<string, number>();
      for (const { owner } of all) {
        if (owner.audience === 'player') counts.set(owner.playerId, (counts.get(owner.playerId) ?? 0) + 1);
      }
      return counts;
    },
    playersByRegion: () => {
      const counts = new Map<string, number>();
      for (const own of byHolder.values()) {
        const [first] = own;
        const region = first?.place?.regionName;
        if (region !== undefined) counts.set(region, (counts.get(region) ?? 0) + 1);
      }
      return counts;
    },
    sweepChannels: () => {
      channels.sweep((name) => rooms.has(name), clock());
      shared?.sweep((name) => rooms.has(name));
    },
  };
};
