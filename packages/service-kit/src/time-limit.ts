/** Raised by `withTimeLimit`; the message names what took too long. */
export class TimeLimitError extends Error {
  override readonly name = 'TimeLimitError';
}

/**
 * The result of a task, or a `TimeLimitError` once `limitMs` have passed. The task itself is told
 * through the signal; when it ignores it, it goes on unobserved.
 */
export const withTimeLimit = async <T>(
  what: string,
  limitMs: number,
  task: (signal: AbortSignal) => Promise<T> | T,
): Promise<T> => {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const error = new TimeLimitError(`${what} took longer than ${limitMs} ms`);
      reject(error);
      controller.abort(error);
    }, limitMs);
  });
  try {
    return await Promise.race([limit, task(controller.signal)]);
  } finally {
    clearTimeout(timer);
  }
};
