import { StepFailure } from '../../engine/failure.ts';

const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
]);

interface EngineError {
  readonly statusCode?: number;
  readonly code?: string;
  readonly message?: string;
}

const statusOf = (error: unknown): number | undefined => (error as EngineError).statusCode;

/** Runs one call to the engine; whatever it throws becomes a named failure. */
export const engineCall = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    throw translate(what, error);
  }
};

/** The same for what may be gone already: then there is no answer. */
export const unlessGone = async <T>(what: string, work: () => Promise<T>): Promise<T | undefined> => {
  try {
    return await work();
  } catch (error) {
    // 304: it is in that state already.
    if (statusOf(error) === 404 || statusOf(error) === 304) return undefined;
    throw translate(what, error);
  }
};

/** The same for what somebody may have made meanwhile. */
export const unlessThere = async (what: string, work: () => Promise<unknown>): Promise<void> => {
  try {
    await work();
  } catch (error) {
    if (statusOf(error) !== 409) throw translate(what, error);
  }
};

const translate = (what: string, error: unknown): StepFailure => {
  if (error instanceof StepFailure) return error;
  const { statusCode, code = '', message = '' } = error as EngineError;
  if (/no space left on device/i.test(message)) {
    return new StepFailure('disk_full', 'There is no room left on a disk of the engine.', { cause: error });
  }
  if (statusCode === undefined && (UNREACHABLE.has(code) || /socket hang up/.test(message))) {
    return new StepFailure('engine_unavailable', `The engine does not answer (${what}).`, {
      isTransient: true,
      cause: error,
    });
  }
  return new StepFailure('engine_refused', `The engine refused to ${what} (${statusCode ?? code}).`, {
    isTransient: statusCode === undefined || statusCode >= 500,
    cause: error,
  });
};
