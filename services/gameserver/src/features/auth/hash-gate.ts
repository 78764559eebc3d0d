import { AppError } from '@sw/service-kit';

/** Lets a bounded number of expensive jobs run and a bounded number wait. */
export interface HashGate {
  /** @throws AppError `dependency_unavailable` when the queue is full. */
  run<T>(work: () => Promise<T>): Promise<T>;
}

const RETRY_AFTER_S = 2;

/**
 * Guards memory and cores against floods of sign-ins: every hash takes 19 MiB and a thread
 * (rule book, platform 3.4).
 */
export const createHashGate = (maxRunning: number, maxWaiting: number): HashGate => {
  let running = 0;
  const waiting: (() => void)[] = [];

  const enter = async (): Promise<void> => {
    if (running < maxRunning) {
      running += 1;
      return;
    }
    if (waiting.length >= maxWaiting) {
      throw new AppError('dependency_unavailable', {}, { retryAfterS: RETRY_AFTER_S });
    }
    await new Promise<void>((resolve) => waiting.push(resolve));
  };

  /** Hands the place to the next in line, so that nobody can overtake him. */
  const leave = (): void => {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  };

  return {
    run: async (work) => {
      await enter();
      try {
        return await work();
      } finally {
        leave();
      }
    },
  };
};
