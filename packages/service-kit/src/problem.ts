import type { ErrorCode } from '@sw/contracts/errors';
import type { AppError, FieldError } from './app-error.ts';
import { toWireValue } from './wire-value.ts';

export const PROBLEM_CONTENT_TYPE = 'application/problem+json';
const TYPE_PREFIX = 'https://sectorwars2102/errors/';

/** Body of an answer that is not a success (RFC 9457; rule book, platform 2.1). */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  /** The path that was asked for, without its query: a query may carry what nobody should see again. */
  readonly instance: string;
  readonly code: ErrorCode;
  readonly requestId: string;
  readonly errors?: readonly FieldError[];
  readonly retryAfterS?: number;
  readonly [member: string]: unknown;
}

/**
 * Presents an answer as problem+json. Members of the error stand beside the fixed ones and can never
 * replace them.
 */
export const presentProblem = (
  error: AppError,
  request: { readonly path: string; readonly requestId: string },
): Problem => ({
  ...(toWireValue(error.members) as Record<string, unknown>),
  type: `${TYPE_PREFIX}${error.code}`,
  title: error.title,
  status: error.status,
  detail: error.detail,
  instance: request.path.split('?', 1)[0] ?? '',
  code: error.code,
  requestId: request.requestId,
  ...(error.errors === undefined ? {} : { errors: error.errors }),
  ...(error.retryAfterS === undefined ? {} : { retryAfterS: error.retryAfterS }),
});
