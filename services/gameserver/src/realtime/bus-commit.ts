import type { BusCommit, ControlMessage, UnnumberedFrame } from '../platform/bus.ts';
import { toMoment } from '../platform/clock.ts';
import type { ChannelEvent, ControlEvent, OutboxEvent } from './outbox.ts';
import { isControl, regionChannel, sectorChannel } from './outbox.ts';
import { retentionOf } from './retention.ts';

/** One row of the outbox: the events of one commit. */
export interface OutboxCommit {
  readonly id: bigint;
  readonly origin: string;
  readonly createdAt: Date;
  readonly events: readonly OutboxEvent[];
}

/** What of an outbox row travels on the bus. The same row makes the same commit, whoever publishes it. */
export const toBusCommit = ({ id, origin, createdAt, events }: OutboxCommit): BusCommit => {
  const atMs = createdAt.getTime();
  return {
    key: `${origin}:${id}`,
    atMs,
    items: events.map((event, index) =>
      isControl(event) ? controlOf(event) : frameOf(event, atMs, eventId(atMs, id, index)),
    ),
  };
};

const controlOf = (event: ControlEvent): ControlMessage => ({
  kind: 'control',
  json: JSON.stringify(event),
  channels:
    event.type === 'membership'
      ? [sectorChannel(event.data.sectorId), regionChannel(event.data.regionName)]
      : [],
});

const frameOf = (event: ChannelEvent, atMs: number, id: string): UnnumberedFrame => ({
  kind: 'frame',
  channel: event.channel,
  head: `{"v":1,"type":${JSON.stringify(event.type)},"ch":${JSON.stringify(event.channel)},"epoch":"`,
  tail: `,"id":"${id}","ts":"${toMoment(atMs)}","data":${JSON.stringify(event.data)}}`,
  coalesceKey: event.coalesceKey,
  keep: retentionOf(event.channel),
});

const hex = (value: bigint, digits: number): string => value.toString(16).padStart(digits, '0');

/**
 * A UUIDv7 made of moment, place within the commit and row: an event told twice has the same id, by which
 * clients drop the second one. The first 4,096 events of a commit have ids of their own.
 */
const eventId = (atMs: number, rowId: bigint, index: number): string => {
  const at = hex(BigInt(atMs), 12);
  const row = hex(rowId & 0x3fffffffffffffffn, 16);
  const variant = hex(BigInt(`0x${row.slice(0, 4)}`) | 0x8000n, 4);
  return `${at.slice(0, 8)}-${at.slice(8)}-7${hex(BigInt(index & 0xfff), 3)}-${variant}-${row.slice(4)}`;
};
