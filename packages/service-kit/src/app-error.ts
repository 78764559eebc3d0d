import type { ErrorCode } from '@sw/contracts/errors';
import { ERRORS } from '@sw/contracts/errors';

export interface FieldError {
  /** JSON pointer into the body, query or parameters, e.g. `/quantity`. */
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

/** Extra members of the answer, e.g. `{need, have}`. Amounts may be bigint. */
export type ErrorMembers = Readonly<Record<string, unknown>>;

export interface AppErrorOptions {
  readonly errors?: readonly FieldError[];
  /** Whole seconds; also sent as `Retry-After`. */
  readonly retryAfterS?: number;
  /** Why, for the log; never shown to a client. */
  readonly cause?: unknown;
}

/**
 * An answer that is not a success: a registered code with the data a client needs to correct it.
 * Status and texts come from the registry in `@sw/contracts/errors` and nowhere else.
 */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly members: ErrorMembers;
  readonly errors: readonly FieldError[] | undefined;
  readonly retryAfterS: number | undefined;

  constructor(code: ErrorCode, members: ErrorMembers = {}, options: AppErrorOptions = {}) {
    super(code, options.cause === undefined ? {} : { cause: options.cause });
    this.code = code;
    this.members = members;
    this.errors = options.errors;
    this.retryAfterS = options.retryAfterS;
  }

  /** The HTTP status of this code. */
  get status(): number {
    return ERRORS[this.code].status;
  }

  get title(): string {
    return ERRORS[this.code].title;
  }

  get detail(): string {
    return ERRORS[this.code].detail;
  }
}

/** True for errors that are answers rather than defects. */
export const isAppError = (error: unknown): error is AppError => error instanceof AppError;
