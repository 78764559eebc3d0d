import type { FieldError } from '@sw/service-kit';
import { AppError } from '@sw/service-kit';
import type { z } from 'zod';

/** Longest list of field errors one answer carries. */
const MAX_ERRORS = 20;

/**
 * Decodes one part of a request with its schema.
 *
 * @throws AppError `validation_failed` naming every wrong field by JSON pointer.
 */
export const decodePart = <S extends z.ZodType>(schema: S, value: unknown): z.output<S> => {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new AppError(
    'validation_failed',
    {},
    { errors: parsed.error.issues.slice(0, MAX_ERRORS).map(toFieldError) },
  );
};

const toFieldError = (issue: z.core.$ZodIssue): FieldError => ({
  path: issue.path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''),
  code: issue.code,
  message: issue.message,
});
