import type { Clock } from '../platform/clock.ts';
import { toMoment } from '../platform/clock.ts';
import type { Channel } from './channel.ts';
import { createChannel } from './channel.ts';
import type { Connection } from './connection.ts';
import type { ChannelEvent, OutboxEvent } from './outbox.ts';
import { GLOBAL_CHANNEL, playerChannel, regionChannel, sectorChannel } from './outbox.ts';
import { retentionOf } from './retention.ts';

/** Where a client says it stopped listening. */
export type ResumePoints = Readonly<Record<string, { readonly epoch: string; readonly seq: number }>>;

export interface Hub {
  /** Delivers the events of one commit in order; a membership change acts before those behind it. */
  deliver(events: readonly OutboxEvent[]): void;
  add(connection: Connection, place: { sectorId: number; regionName: string } | null): void;
  remove(connection: Connection): void;
  join(connection: Connection, channel: string): void;
  leave(connection: Connection, channel: string): void;
  /** Replays what was missed on the channels the connection is on; a gap asks for a resync. */
  resume(connection: Connection, points: ResumePoints): void;
  positions(connection: Connection): { name: string; epoch: string; seq: number }[];
  connectionsOf(playerId: string): readonly Connection[];
  connections(): IterableIterator<Connection>;
  size(): number;
  playersOnline(): number;
  sweepChannels(): void;
}

export interface HubOptions {
  readonly clock: Clock;
  readonly newId: () => string;
  readonly onSessionRevoked: (sessionId: string, reason: string) => void;
}

const PLACE_CHANNEL = /^(?:sector|region):/;
const MAX_REPLAYED = 200;

/** Rooms, numbering and replay of this process, all in memory: everything in it can be rebuilt. */
export const createHub = ({ clock, newId, onSessionRevoked }: HubOptions): Hub => {
  const channels = new Map<string, Channel>();
  const rooms = new Map<string, Set<Connection>>();
  const byPlayer = new Map<string, Set<Connection>>();
  const all = new Set<Connection>();

  const channelOf = (name: string): Channel => {
    let channel = channels.get(name);
    if (channel === undefined) {
      channel = createChannel(name, newId(), retentionOf(name));
      channels.set(name, channel);
    }
    return channel;
  };

  const publish = (event: ChannelEvent): void => {
    const nowMs = clock();
    const channel = channelOf(event.channel);
    const head = `{"v":1,"type":${JSON.stringify(event.type)},"ch":${JSON.stringify(event.channel)},"epoch":"${channel.epoch}","seq":`;
    const tail = `,"id":"${newId()}","ts":"${toMoment(nowMs)}","data":${JSON.stringify(event.data)}}`;
    const frame = channel.append((seq) => `${head}${seq}${tail}`, nowMs, event.coalesceKey);
    for (const connection of rooms.get(event.channel) ?? []) connection.sendFrame(frame, event.channel);
  };

  const direct = (connection: Connection, type: string, data: unknown): void =>
    connection.send(JSON.stringify({ v: 1, type, id: newId(), ts: toMoment(clock()), data }));

  const join = (connection: Connection, name: string): void => {
    if (connection.channels.has(name)) return;
    const channel = channelOf(name);
    connection.channels.add(name);
    connection.joinedAt.set(name, channel.seq);
    const room = rooms.get(name);
    if (room === undefined) rooms.set(name, new Set([connection]));
    else room.add(connection);
  };

  const leave = (connection: Connection, name: string): void => {
    connection.channels.delete(name);
    connection.joinedAt.delete(name);
    const room = rooms.get(name);
    room?.delete(connection);
    if (room?.size === 0) rooms.delete(name);
  };

  const relocate = (connection: Connection, sectorId: number, regionName: string): void => {
    const wanted = new Set([sectorChannel(sectorId), regionChannel(regionName)]);
    for (const name of [...connection.channels]) {
      const isLeft = (PLACE_CHANNEL.test(name) && !wanted.has(name)) || name.startsWith('station:');
      if (!isLeft) continue;
      leave(connection, name);
      direct(connection, 'channel.left', { name });
    }
    for (const name of wanted) {
      if (connection.channels.has(name)) continue;
      join(connection, name);
      const { epoch, seq } = channelOf(name);
      direct(connection, 'channel.joined', { name, epoch, seq });
    }
  };

  const control = (type: string, data: Readonly<Record<string, unknown>>): void => {
    if (type === 'membership') {
      const members = byPlayer.get(String(data['playerId'])) ?? [];
      for (const member of members) relocate(member, Number(data['sectorId']), String(data['regionName']));
    } else if (type === 'session_revoked') {
      onSessionRevoked(String(data['sessionId']), String(data['reason']));
    }
  };

  const replay = (connection: Connection, name: string, point: { epoch: string; seq: number }): boolean => {
    const channel = channelOf(name);
    if (channel.epoch !== point.epoch) return false;
    const missed = channel.since(point.seq, clock());
    if (missed === null || missed.length > MAX_REPLAYED) return false;
    for (const frame of missed) connection.sendFrame(frame, name);
    return true;
  };

  return {
    deliver: (events) => {
      for (const event of events) {
        if (event.channel === 'control') control(event.type, event.data as Readonly<Record<string, unknown>>);
        else publish(event as ChannelEvent);
      }
    },
    add: (connection, place) => {
      all.add(connection);
      const { playerId } = connection.owner;
      const own = byPlayer.get(playerId);
      if (own === undefined) byPlayer.set(playerId, new Set([connection]));
      else own.add(connection);
      join(connection, playerChannel(playerId));
      join(connection, GLOBAL_CHANNEL);
      if (place === null) return;
      join(connection, sectorChannel(place.sectorId));
      join(connection, regionChannel(place.regionName));
    },
    remove: (connection) => {
      if (!all.delete(connection)) return;
      for (const name of [...connection.channels]) leave(connection, name);
      const own = byPlayer.get(connection.owner.playerId);
      own?.delete(connection);
      if (own?.size === 0) byPlayer.delete(connection.owner.playerId);
    },
    join,
    leave,
    resume: (connection, points) => {
      for (const [name, point] of Object.entries(points)) {
        if (!connection.channels.has(name)) continue;
        if (!replay(connection, name, point)) direct(connection, 'resync.required', { channel: name });
      }
    },
    positions: (connection) =>
      [...connection.channels].map((name) => {
        const { epoch, seq } = channelOf(name);
        return { name, epoch, seq };
      }),
    connectionsOf: (playerId) => [...(byPlayer.get(playerId) ?? [])],
    connections: () => all.values(),
    size: () => all.size,
    playersOnline: () => byPlayer.size,
    sweepChannels: () => {
      const nowMs = clock();
      for (const [name, channel] of channels) {
        if (!rooms.has(name) && channel.isStale(nowMs)) channels.delete(name);
      }
    },
  };
};
