import type { ClientMessage, ErrorCode } from '@sw/contracts';
import { clientMessage } from '@sw/contracts';
import { isAppError } from '@sw/service-kit';
import { toMoment } from '../platform/clock.ts';

/** What a frame of a client turned out to be. */
export type ReadFrame =
  | { readonly kind: 'message'; readonly message: ClientMessage }
  /** JSON, but no message of the protocol; `ref` is what it may be answered under. */
  | { readonly kind: 'invalid'; readonly ref: string }
  /** Not even a JSON object. */
  | { readonly kind: 'malformed' };

const MAX_REF = 60;

export const readFrame = (raw: Buffer): ReadFrame => {
  const value = parseJson(raw);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { kind: 'malformed' };
  const parsed = clientMessage.safeParse(value);
  if (parsed.success) return { kind: 'message', message: parsed.data };
  const { ref } = value as { ref?: unknown };
  return { kind: 'invalid', ref: typeof ref === 'string' ? ref.slice(0, MAX_REF) : '' };
};

const parseJson = (raw: Buffer): unknown => {
  try {
    return JSON.parse(raw.toString('utf8'));
  } catch {
    return undefined;
  }
};

/** A direct message of the server, outside every channel. */
export const directFrame = (type: string, data: unknown, id: string, nowMs: number): string =>
  JSON.stringify({ v: 1, type, id, ts: toMoment(nowMs), data });

export const ackFrame = (ref: string, data: unknown): string =>
  JSON.stringify({ v: 1, type: 'ack', ref, ...(data === undefined ? {} : { data }) });

export const errorFrame = (ref: string, code: ErrorCode, detail: string, members: object = {}): string =>
  JSON.stringify({ v: 1, type: 'error', ref, ...members, code, detail });

/** The answer to a message that was refused; defects show nothing of themselves. */
export const refusalFrame = (ref: string, error: unknown): string => {
  if (!isAppError(error)) return errorFrame(ref, 'internal', 'Something failed on the server.');
  const wait = error.retryAfterS === undefined ? {} : { retryAfterS: error.retryAfterS };
  return errorFrame(ref, error.code, error.detail, { ...error.members, ...wait });
};
