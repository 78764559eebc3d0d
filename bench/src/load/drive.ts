import { percentile } from './statistics.ts';

/** One run of load. */
export interface RunResult {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly done: number;
  /** Processor time of everybody involved for one call; NaN where it cannot be measured. */
  readonly cpuMs: number;
  /** Calls that failed, by what they said. */
  readonly failures: Readonly<Record<string, number>>;
}

/** One call of one worker; it throws when it was not answered with success. */
export type Operation = (worker: number) => Promise<unknown>;

/**
 * Drives a closed loop: every worker calls, waits for the answer and calls again until the time is over.
 * Only successes count; calls under way at the end are waited for and not counted.
 *
 * @param cpuMs processor time so far of everybody involved
 */
export const drive = async (
  workers: number,
  runMs: number,
  operation: Operation,
  cpuMs: () => number = () => Number.NaN,
): Promise<RunResult> => {
  const latencies: number[] = [];
  let answered = 0;
  const failures: Record<string, number> = {};
  const cpuBeforeMs = cpuMs();
  const startMs = performance.now();
  const endMs = startMs + runMs;

  const work = async (worker: number): Promise<void> => {
    for (let beganMs = performance.now(); beganMs < endMs; beganMs = performance.now()) {
      try {
        await operation(worker);
        const finishedMs = performance.now();
        answered += 1;
        if (finishedMs <= endMs) latencies.push(finishedMs - beganMs);
      } catch (error) {
        const name = error instanceof Error ? error.message : String(error);
        failures[name] = (failures[name] ?? 0) + 1;
      }
    }
  };
  await Promise.all(Array.from({ length: workers }, (_, worker) => work(worker)));
  return {
    perSecond: (latencies.length * 1_000) / runMs,
    p50Ms: percentile(latencies, 50),
    p99Ms: percentile(latencies, 99),
    done: latencies.length,
    cpuMs: (cpuMs() - cpuBeforeMs) / answered,
    failures,
  };
};
