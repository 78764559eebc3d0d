import type { Timing } from '../timing.ts';

export interface FakeTiming extends Timing {
  /** Moves the clock, runs what falls due in order, and lets promises settle in between. */
  advance(ms: number): Promise<void>;
}

/** Lets every promise that is ready settle. */
export const settle = async (): Promise<void> => {
  for (let i = 0; i < 20; i += 1) await Promise.resolve();
};

/** A clock that stands still until told; chance always gives the middle, so jitter is none. */
export const createFakeTiming = (startMs = 1_000_000): FakeTiming => {
  let nowMs = startMs;
  let tasks: { readonly atMs: number; readonly task: () => void }[] = [];
  return {
    nowMs: () => nowMs,
    random: () => 0.5,
    after(delayMs, task) {
      const entry = { atMs: nowMs + delayMs, task };
      tasks.push(entry);
      return () => {
        tasks = tasks.filter((other) => other !== entry);
      };
    },
    async advance(ms) {
      const untilMs = nowMs + ms;
      await settle();
      for (;;) {
        const next = tasks.filter((entry) => entry.atMs <= untilMs).sort((a, b) => a.atMs - b.atMs)[0];
        if (next === undefined) break;
        tasks = tasks.filter((entry) => entry !== next);
        nowMs = next.atMs;
        next.task();
        await settle();
      }
      nowMs = untilMs;
    },
  };
};
