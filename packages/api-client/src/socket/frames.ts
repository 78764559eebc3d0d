import type { ClientMessage, EventData, EventType, ServerEnvelope } from '@sw/contracts';
import { EVENTS, serverEnvelope } from '@sw/contracts';

/** An event of the catalogue, decoded, with where and when it happened. */
export type SocketEvent = {
  [T in EventType]: {
    readonly type: T;
    readonly data: EventData<T>;
    /** Null on direct replies. */
    readonly channel: string | null;
    readonly id: string;
    readonly atMs: number;
  };
}[EventType];

export type Frame =
  | { readonly kind: 'ack'; readonly ref: string; readonly data: unknown }
  | { readonly kind: 'error'; readonly ref: string | null; readonly code: string; readonly detail: string }
  | { readonly kind: 'event'; readonly envelope: ServerEnvelope }
  | { readonly kind: 'garbled' };

const asRecord = (value: unknown): Record<string, unknown> | null =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;

const parse = (text: unknown): unknown => {
  if (typeof text !== 'string') return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** One text frame of the server, sorted into what it is. */
export const readFrame = (text: unknown): Frame => {
  const message = parse(text);
  const record = asRecord(message);
  if (record?.['type'] === 'ack' && typeof record['ref'] === 'string') {
    return { kind: 'ack', ref: record['ref'], data: record['data'] };
  }
  if (record?.['type'] === 'error') {
    const ref = typeof record['ref'] === 'string' ? record['ref'] : null;
    return { kind: 'error', ref, code: String(record['code']), detail: String(record['detail'] ?? '') };
  }
  const envelope = serverEnvelope.safeParse(message);
  return envelope.success ? { kind: 'event', envelope: envelope.data } : { kind: 'garbled' };
};

const isEventType = (type: string): type is EventType => Object.hasOwn(EVENTS, type);

/** `unknown`: a type of a newer server. `invalid`: data that does not fit the contract. */
export const decodeEvent = (envelope: ServerEnvelope): SocketEvent | 'unknown' | 'invalid' => {
  if (!isEventType(envelope.type)) return 'unknown';
  const data = EVENTS[envelope.type].safeDecode(envelope.data as never);
  if (!data.success) return 'invalid';
  return {
    type: envelope.type,
    data: data.data,
    channel: envelope.ch ?? null,
    id: envelope.id,
    atMs: Date.parse(envelope.ts),
  } as SocketEvent;
};

/** What a caller may send; signing in, heartbeat and resume belong to the socket itself. */
export type RequestType = Exclude<ClientMessage['type'], 'auth' | 'heartbeat' | 'resume'>;
export type RequestData<T extends RequestType> = Extract<ClientMessage, { type: T }>['data'];

/** Text of a client frame. */
export const writeFrame = (type: ClientMessage['type'], ref: string, data: unknown): string =>
  JSON.stringify({ v: 1, type, ref, data });
