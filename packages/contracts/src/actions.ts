import { z } from 'zod';
import { credits } from './primitives.ts';

/**
 * What a player may do with an entity, judged by the server now: the client draws it and decides
 * nothing (rule book, frontends 1.2).
 */
export const actionDescriptor = z.object({
  id: z.string(),
  enabled: z.boolean(),
  reason: z.string().nullable(),
  reasonParams: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  cost: z.object({ turns: z.int().optional(), credits: credits.optional(), cargo: z.int().optional() }),
  limits: z.object({ min: z.int().optional(), max: z.int().optional(), step: z.int().optional() }).nullable(),
  confirm: z.enum(['none', 'simple', 'danger']),
});

export type ActionDescriptorView = z.output<typeof actionDescriptor>;
