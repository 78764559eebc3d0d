import { z } from 'zod';

const MAX_CREDITS = 9_000_000_000_000_000;

/** Credits: a JSON integer on the wire, `bigint` in code; 0 … 9·10^15 (rule book, README 4). */
export const credits = z.codec(z.int().min(0).max(MAX_CREDITS), z.bigint(), {
  decode: (wire) => BigInt(wire),
  encode: (value) => Number(value),
});

/** Credits of at least `min`: the amount of a payment. */
export const creditsFrom = (min: number) =>
  z.codec(z.int().min(min).max(MAX_CREDITS), z.bigint(), {
    decode: (wire) => BigInt(wire),
    encode: (value) => Number(value),
  });

/** Signed credits: a difference or a profit. */
export const signedCredits = z.codec(z.int().min(-MAX_CREDITS).max(MAX_CREDITS), z.bigint(), {
  decode: (wire) => BigInt(wire),
  encode: (value) => Number(value),
});

/** Text id (UUID, lower case). */
export const id = z.uuid();

/** Galaxy-wide sector id. */
export const sectorId = z.int().min(1).max(2_000_000_000);

/** RFC 3339 moment in UTC. */
export const moment = z.iso.datetime();

/** Units of one order line, 1 … 100,000. */
export const quantity = z.int().min(1).max(100_000);

/** Basis points; 10,000 = 100 %. */
export const basisPoints = z.int().min(-100_000).max(100_000);

export const regionName = z.string().regex(/^[a-z][a-z0-9-]{2,31}$/);

/** Keyset paging: opaque cursor in, `nextCursor` out. */
export const pageQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor: z.string().max(300).optional(),
});

/** One page of `item`. */
export const page = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

/** The body of a refusal, RFC 9457. */
export const problem = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  instance: z.string(),
  code: z.string(),
  requestId: z.string(),
  errors: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })).optional(),
  retryAfterS: z.int().optional(),
});

export type Problem = z.output<typeof problem>;
