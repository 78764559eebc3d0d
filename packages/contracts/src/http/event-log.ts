import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { moment, page, pageQuery } from '../primitives.ts';

/** The shelves of the event log (rule book, frontends P-26). */
export const logCategory = z.enum(['movement', 'trade', 'combat', 'colony', 'team', 'system']);

const oneOf = logCategory.options.join('|');

/** An event of the catalogue as it was told; `data` has the shape its type has on the socket. */
export const loggedEvent = z.object({
  id: z.string(),
  at: moment,
  category: logCategory,
  type: z.string(),
  data: z.record(z.string(), z.unknown()),
});

const game = { auth: 'player', tag: 'player', status: 200 } as const;

export const listEvents = endpoint({
  ...game,
  id: 'player.log',
  method: 'GET',
  path: '/player/log',
  summary: 'Everything that happened to you, newest first, by categories and since a moment.',
  rateClass: 'read',
  idempotency: 'none',
  query: pageQuery.extend({
    types: z
      .string()
      .regex(new RegExp(`^(${oneOf})(,(${oneOf})){0,5}$`))
      .optional(),
    since: moment.optional(),
  }),
  reply: page(loggedEvent),
  errors: ['bad_cursor'],
});

export const getDigest = endpoint({
  ...game,
  id: 'player.digest',
  method: 'GET',
  path: '/player/log/digest',
  summary: 'What happened while you were away, grouped, at most twelve lines.',
  rateClass: 'read',
  idempotency: 'none',
  reply: z.object({
    /** Send it back when it was read. */
    upTo: z.string(),
    /** The last event of each kind, with how many of its kind there were. */
    lines: z.array(loggedEvent.extend({ count: z.int() })),
  }),
  errors: [],
});

export const seeDigest = endpoint({
  ...game,
  id: 'player.seeDigest',
  method: 'POST',
  path: '/player/log/digest',
  summary: 'You have read what happened while you were away, up to a line.',
  rateClass: 'action',
  idempotency: 'accepted',
  body: z.strictObject({ upTo: z.string().regex(/^\d{1,18}$/) }),
  reply: z.object({ upTo: z.string() }),
  errors: [],
});
