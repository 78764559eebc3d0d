import type { OperationFailure } from '@sw/contracts/region-manager';
import { isUnavailable, sqlStateOf } from '@sw/db';

/**
 * Why a step did not succeed. A transient one is tried again with growing pauses; any other ends the operation and
 * what was done is undone.
 */
export class StepFailure extends Error {
  override readonly name = 'StepFailure';
  readonly code: OperationFailure;
  readonly isTransient: boolean;

  constructor(
    code: OperationFailure,
    message: string,
    options: { readonly isTransient?: boolean; readonly cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? {} : { cause: options.cause });
    this.code = code;
    this.isTransient = options.isTransient ?? false;
  }
}

/** Not a failure: the step has to wait, however long, and is run again then. */
export class NotYet extends Error {
  override readonly name = 'NotYet';
  readonly delayMs: number;

  constructor(delayMs: number) {
    super(`not for another ${delayMs} ms`);
    this.delayMs = delayMs;
  }
}

const DISK_FULL_STATES = new Set(['53100', 'ENOSPC', 'EDQUOT']);

/** Any thrown value as a failure. What nobody foresaw may pass, so it is tried again before it counts. */
export const toStepFailure = (thrown: unknown): StepFailure => {
  if (thrown instanceof StepFailure) return thrown;
  const state = sqlStateOf(thrown);
  if (state !== undefined && DISK_FULL_STATES.has(state)) {
    return new StepFailure('disk_full', 'There is no room left on a disk.', { cause: thrown });
  }
  if (isUnavailable(thrown)) {
    return new StepFailure('database_unavailable', 'The database does not answer.', {
      isTransient: true,
      cause: thrown,
    });
  }
  return new StepFailure('internal', 'Something nobody foresaw failed; the log has it.', {
    isTransient: true,
    cause: thrown,
  });
};
