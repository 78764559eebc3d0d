/** Clock, timers and chance as arguments, so that tests decide what time it is. */
export interface Timing {
  nowMs(): number;
  /** Runs `task` once after `delayMs`; the returned function cancels it. */
  after(delayMs: number, task: () => void): () => void;
  /** 0 ≤ value < 1, for jitter only. */
  random(): number;
}

/** The real clock of this machine. */
export const systemTiming: Timing = {
  nowMs: () => Date.now(),
  after(delayMs, task) {
    const timer = setTimeout(task, delayMs);
    return () => clearTimeout(timer);
  },
  random: () => Math.random(),
};

/** Resolves after `delayMs`; rejects with the signal's reason when it aborts first. */
export const sleep = (timing: Timing, delayMs: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(signal.reason);
      return;
    }
    const abort = () => {
      cancel();
      reject(signal?.reason);
    };
    const cancel = timing.after(delayMs, () => {
      signal?.removeEventListener('abort', abort);
      resolve();
    });
    signal?.addEventListener('abort', abort, { once: true });
  });

/** `delayMs` moved by up to ±`share` of itself. */
export const jitter = (timing: Timing, delayMs: number, share: number): number =>
  Math.round(delayMs * (1 + share * (2 * timing.random() - 1)));
