import type { EventData, EventType } from '@sw/contracts';
import { EVENTS } from '@sw/contracts';
import type { AdminEventData, AdminEventType, AdminTopic } from '@sw/contracts/admin';
import { ADMIN_EVENTS, adminChannel } from '@sw/contracts/admin';
import type { AnyStatement, Sql } from '@sw/db';
import { z } from 'zod';
import { logRowsOf } from './log-rows.ts';

/** Where a player is, as of a revision of his state: a greater one is later. */
export interface Place {
  readonly sectorId: number;
  readonly regionName: string;
  readonly rev: number;
}

/** Who the sockets of a player must listen to from now on; acted on before later events are delivered. */
export interface MembershipChange {
  readonly channel: 'control';
  readonly type: 'membership';
  readonly data: Place & { readonly playerId: string };
}

export interface SessionRevocation {
  readonly channel: 'control';
  readonly type: 'session_revoked';
  readonly data: { readonly sessionId: string; readonly reason: string };
}

export interface SectorNaming {
  readonly channel: 'control';
  readonly type: 'sector_named';
  readonly data: { readonly sectorId: number; readonly name: string };
}

export interface RegionsChange {
  readonly channel: 'control';
  readonly type: 'regions_changed';
  readonly data: { readonly regionName: string };
}

/** The scopes of an operator changed: what he may hear is asked anew before anything else is sent to him. */
export interface ScopesChange {
  readonly channel: 'control';
  readonly type: 'scopes_changed';
  readonly data: { readonly userId: string };
}

/** An operator closes a socket, at whatever process it is. */
export interface SocketClosing {
  readonly channel: 'control';
  readonly type: 'socket_closing';
  readonly data: { readonly connectionId: string };
}

/** The outbox was full and lost something: whoever keeps anything must look again. */
export interface DroppedEvents {
  readonly channel: 'control';
  readonly type: 'events_dropped';
  readonly data: { readonly rows: number };
}

/** Another server holds a player now, or this one does again. */
export interface HoldingChange {
  readonly channel: 'control';
  readonly type: 'holding_changed';
  readonly data: { readonly userId: string };
}

/** What operators tell everybody who comes has changed: it is read again. */
export interface NoticesChange {
  readonly channel: 'control';
  readonly type: 'notices_changed';
  readonly data: Readonly<Record<string, never>>;
}

/** What processes tell each other; no socket hears of it. */
export type ControlEvent =
  | MembershipChange
  | SessionRevocation
  | SectorNaming
  | RegionsChange
  | ScopesChange
  | NoticesChange
  | SocketClosing
  | DroppedEvents
  | HoldingChange;

/** One event for one channel, its data already in wire form. */
export interface ChannelEvent {
  readonly channel: string;
  readonly type: EventType | AdminEventType;
  readonly data: unknown;
  /** Of several waiting events with the same key only the latest needs to be sent. */
  readonly coalesceKey?: string;
}

export type OutboxEvent = ChannelEvent | ControlEvent;

/** What a command calls after its commit: no other process hears of it through this. */
export interface OutboxSignal {
  committed(events: readonly OutboxEvent[]): void;
  /** Nobody knows whether a commit happened: whoever listens here must look again. */
  doubted(): void;
}

/** Builds an event of the catalogue; `data` is encoded by its schema. */
export const event = <T extends EventType>(
  channel: string,
  type: T,
  data: EventData<T>,
  coalesceKey?: string,
): ChannelEvent => ({
  channel,
  type,
  data: z.encode(EVENTS[type] as z.ZodType, data),
  ...(coalesceKey === undefined ? {} : { coalesceKey }),
});

/** Builds an event for operators, on the channel of a topic. */
export const adminEvent = <T extends AdminEventType>(
  topic: AdminTopic,
  type: T,
  data: AdminEventData<T>,
  coalesceKey?: string,
): ChannelEvent => ({
  channel: adminChannel(topic),
  type,
  data: z.encode(ADMIN_EVENTS[type] as z.ZodType, data),
  ...(coalesceKey === undefined ? {} : { coalesceKey }),
});

/** Tells every process which sector and region channels the sockets of a player belong to now. */
export const membership = (playerId: string, place: Place): MembershipChange => ({
  channel: 'control',
  type: 'membership',
  data: { playerId, ...place },
});

/** Tells every process that a session ended. */
export const sessionRevoked = (sessionId: string, reason: string): SessionRevocation => ({
  channel: 'control',
  type: 'session_revoked',
  data: { sessionId, reason },
});

/** Tells every process the name a sector was given. */
export const sectorNamed = (sectorId: number, name: string): SectorNaming => ({
  channel: 'control',
  type: 'sector_named',
  data: { sectorId, name },
});

/** Tells every process that an operator was granted scopes or lost some. */
export const scopesChanged = (userId: string): ScopesChange => ({
  channel: 'control',
  type: 'scopes_changed',
  data: { userId },
});

export const noticesChanged = (): NoticesChange => ({
  channel: 'control',
  type: 'notices_changed',
  data: {},
});

/** Tells every process to close a socket. */
export const socketClosing = (connectionId: string): SocketClosing => ({
  channel: 'control',
  type: 'socket_closing',
  data: { connectionId },
});

/** Tells every process that a region came, changed or went: the galaxy it keeps in memory is outdated. */
export const regionsChanged = (regionName: string): RegionsChange => ({
  channel: 'control',
  type: 'regions_changed',
  data: { regionName },
});

/** Tells every process that events were dropped before anybody saw them. */
export const eventsDropped = (rows: number): DroppedEvents => ({
  channel: 'control',
  type: 'events_dropped',
  data: { rows },
});

export const isControl = (event: OutboxEvent): event is ControlEvent => event.channel === 'control';

/**
 * The statement that keeps the events of a command with its effect, and what of them is for somebody's event log.
 */
export const insertOutboxRow = (
  sql: Sql,
  origin: string,
  nowMs: number,
  events: readonly OutboxEvent[],
): AnyStatement => {
  const at = new Date(nowMs);
  const told = sql`
    INSERT INTO event_outbox (origin, created_at, events) VALUES (${origin}, ${at}, ${sql.json(events as never)})`;
  const logged = logRowsOf(events);
  if (logged.length === 0) return told;
  return sql`
    WITH told AS (${told})
    INSERT INTO player_log (player_id, at, category, type, data, is_away)
    SELECT d.player_id, ${at}, d.category, d.type, d.data,
           NOT EXISTS (SELECT 1 FROM online_players o WHERE o.player_id = d.player_id)
    FROM jsonb_to_recordset(${sql.json(logged as never)}) AS d (player_id uuid, category text, type text, data jsonb)`;
};

export const playerChannel = (playerId: string): string => `player:${playerId}`;
export const sectorChannel = (sectorId: number): string => `sector:${sectorId}`;
export const regionChannel = (regionName: string): string => `region:${regionName}`;
export const stationChannel = (stationId: string): string => `station:${stationId}`;
export const GLOBAL_CHANNEL = 'global';
