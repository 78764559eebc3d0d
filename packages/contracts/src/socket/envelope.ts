import { z } from 'zod';

/** Server → client. `epoch` and `seq` are absent on direct replies (rule book, platform 6.2). */
export const serverEnvelope = z.object({
  v: z.literal(1),
  type: z.string(),
  ch: z.string().optional(),
  epoch: z.string().optional(),
  seq: z.int().optional(),
  id: z.string(),
  ts: z.string(),
  data: z.unknown(),
});

export type ServerEnvelope = z.output<typeof serverEnvelope>;

/** Close codes of the socket and whether a client may come back by itself. */
export const CLOSE_CODES = {
  malformed: 4400,
  sessionEnded: 4401,
  notAllowed: 4403,
  noPlayer: 4404,
  heartbeatTimeout: 4408,
  replaced: 4409,
  frameTooBig: 4413,
  rateLimited: 4429,
  draining: 4503,
  slowConsumer: 4508,
} as const;

export const NO_RECONNECT: readonly number[] = [
  CLOSE_CODES.notAllowed,
  CLOSE_CODES.noPlayer,
  CLOSE_CODES.replaced,
];
