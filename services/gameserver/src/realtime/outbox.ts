import type { EventData, EventType } from '@sw/contracts';
import { EVENTS } from '@sw/contracts';
import type { AnyStatement, Sql } from '@sw/db';
import { z } from 'zod';

/** Who a player's sockets must listen to from now on; acted on before later events are delivered. */
export interface MembershipChange {
  readonly channel: 'control';
  readonly type: 'membership' | 'session_revoked' | 'topology';
  readonly data: Readonly<Record<string, unknown>>;
}

/** One event for one channel, its data already in wire form. */
export interface ChannelEvent {
  readonly channel: string;
  readonly type: EventType;
  readonly data: unknown;
  /** Of several waiting events with the same key only the latest needs to be sent. */
  readonly coalesceKey?: string;
}

export type OutboxEvent = ChannelEvent | MembershipChange;

/** What a command calls after its commit: no other process hears of it through this. */
export interface OutboxSignal {
  committed(events: readonly OutboxEvent[]): void;
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

/** Tells every process which sector and region channels the sockets of a player belong to now. */
export const membership = (playerId: string, sectorId: number, regionName: string): MembershipChange => ({
  channel: 'control',
  type: 'membership',
  data: { playerId, sectorId, regionName },
});

/** Tells every process that a session ended. */
export const sessionRevoked = (sessionId: string, reason: string): MembershipChange => ({
  channel: 'control',
  type: 'session_revoked',
  data: { sessionId, reason },
});

/** The statement that keeps the events of a command with its effect. */
export const insertOutboxRow = (
  sql: Sql,
  origin: string,
  nowMs: number,
  events: readonly OutboxEvent[],
): AnyStatement =>
  sql`INSERT INTO event_outbox (origin, created_at, events)
      VALUES (${origin}, ${new Date(nowMs)}, ${sql.json(events as never)})`;

export const playerChannel = (playerId: string): string => `player:${playerId}`;
export const sectorChannel = (sectorId: number): string => `sector:${sectorId}`;
export const regionChannel = (regionName: string): string => `region:${regionName}`;
export const stationChannel = (stationId: string): string => `station:${stationId}`;
export const GLOBAL_CHANNEL = 'global';
