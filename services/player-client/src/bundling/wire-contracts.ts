import type { Shape } from './shape.ts';
import { decodeShape, encodeShape } from './shape.ts';

/** What the build keeps of an endpoint declaration. */
export interface WireEndpoint {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly auth: string;
  readonly rateClass: string;
  readonly idempotency: string;
  readonly etag: boolean;
  /** Undefined where the endpoint has no such part. */
  readonly query?: Shape;
  readonly body?: Shape;
  readonly reply?: Shape;
}

const codecOf = (shape: Shape) => ({
  def: { type: 'object' },
  shape: shape !== null && shape !== 'credits' && 'object' in shape ? membersOf(shape.object) : {},
  decode: (value: unknown) => decodeShape(shape, value),
  encode: (value: unknown) => encodeShape(shape, value),
  safeDecode: (value: unknown) => {
    try {
      if (typeof value !== 'object' || value === null) return { success: false as const };
      return { success: true as const, data: decodeShape(shape, value) };
    } catch {
      return { success: false as const };
    }
  },
});

function membersOf(
  object: Readonly<Record<string, Shape>>,
): Readonly<Record<string, { encode(value: unknown): unknown }>> {
  return Object.fromEntries(
    Object.entries(object).map(([name, shape]) => [
      name,
      { encode: (value: unknown) => encodeShape(shape, value) },
    ]),
  );
}

/** A declaration as the client library uses it: parts are codecs that know where credits stand, nothing more. */
export function endpointOf(wire: WireEndpoint): unknown {
  const { query, body, reply, ...rest } = wire;
  return {
    ...rest,
    ...('query' in wire ? { query: codecOf(query ?? null) } : {}),
    ...('body' in wire ? { body: codecOf(body ?? null) } : {}),
    ...('reply' in wire ? { reply: codecOf(reply ?? null) } : {}),
  };
}

export const eventOf = codecOf;

type Check = { readonly success: true; readonly data: unknown } | { readonly success: false };

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function checked(kinds: Readonly<Record<string, 'string' | 'number'>>): { safeParse(value: unknown): Check } {
  return {
    safeParse: (value) =>
      isRecord(value) && Object.entries(kinds).every(([name, kind]) => typeof value[name] === kind)
        ? { success: true, data: value }
        : { success: false },
  };
}

/** The body of a refusal: enough of it is there to say what was refused. */
export const problem = checked({
  type: 'string',
  title: 'string',
  status: 'number',
  detail: 'string',
  instance: 'string',
  code: 'string',
  requestId: 'string',
});

/** A frame of the socket. */
export const serverEnvelope = checked({ v: 'number', type: 'string', id: 'string', ts: 'string' });
