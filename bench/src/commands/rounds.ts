import type { Operation, RunResult } from '../load/drive.ts';
import { drive } from '../load/drive.ts';
import { median } from '../load/statistics.ts';
import type { BenchOptions } from '../options.ts';

/** Runs of several things that took turns, and what counts of each. */
export interface Measured {
  readonly name: string;
  readonly runs: readonly RunResult[];
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly cpuMs: number;
  readonly failures: number;
}

/**
 * Runs every operation in turn, round after round, so that whatever else the machine does meets all of them
 * alike; of each the median run counts.
 */
export const measureInRounds = async (
  options: Pick<BenchOptions, 'rounds' | 'runMs' | 'connections'>,
  operations: Readonly<Record<string, Operation>>,
  onRun: (name: string, round: number, run: RunResult) => void,
  cpuMs?: () => number,
): Promise<ReadonlyMap<string, Measured>> => {
  const runs = new Map<string, RunResult[]>(Object.keys(operations).map((name) => [name, []]));
  for (let round = 1; round <= options.rounds; round += 1) {
    for (const [name, operation] of Object.entries(operations)) {
      const run = await drive(options.connections, options.runMs, operation, cpuMs);
      runs.get(name)?.push(run);
      onRun(name, round, run);
    }
  }
  return new Map([...runs].map(([name, all]) => [name, summarise(name, all)]));
};

const summarise = (name: string, runs: readonly RunResult[]): Measured => ({
  name,
  runs,
  perSecond: median(runs.map((run) => run.perSecond)),
  p50Ms: median(runs.map((run) => run.p50Ms)),
  p99Ms: median(runs.map((run) => run.p99Ms)),
  cpuMs: median(runs.map((run) => run.cpuMs)),
  failures: runs.flatMap((run) => Object.values(run.failures)).reduce((sum, n) => sum + n, 0),
});
