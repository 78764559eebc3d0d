import { z } from 'zod';
import { id, moment } from '../primitives.ts';

export const operationKind = z.enum([
  'provision',
  'terminate',
  'scale',
  'restart',
  'suspend',
  'resume',
  'upgrade',
]);

export type OperationKind = z.output<typeof operationKind>;

/** `compensating`: a step failed for good and what was done is being undone. */
export const operationState = z.enum(['queued', 'running', 'compensating', 'succeeded', 'failed']);

export type OperationState = z.output<typeof operationState>;

/** Why an operation failed, for those who must act on it. */
export const operationFailure = z.enum([
  'name_not_allowed',
  'not_entitled',
  'quota_reached',
  'capacity_exhausted',
  'ports_exhausted',
  'image_not_allowed',
  'disk_full',
  'engine_unavailable',
  'engine_refused',
  'database_unavailable',
  'database_refused',
  'redis_unavailable',
  'program_failed',
  'never_ready',
  'smoke_test_failed',
  'hub_unavailable',
  'hub_refused',
  'dump_failed',
  'players_left',
  'internal',
]);

export type OperationFailure = z.output<typeof operationFailure>;

export const operation = z.object({
  id,
  region: z.string(),
  kind: operationKind,
  state: operationState,
  /** The step under way, or the one it failed at; null before the first and after the last. */
  step: z.string().nullable(),
  steps: z.array(
    z.object({
      name: z.string(),
      state: z.enum(['pending', 'running', 'done', 'failed', 'compensated']),
    }),
  ),
  /** How often the present step was tried. */
  attempts: z.int().min(0),
  error: z.object({ code: operationFailure, step: z.string(), message: z.string() }).nullable(),
  createdAt: moment,
  updatedAt: moment,
});

export type Operation = z.output<typeof operation>;
