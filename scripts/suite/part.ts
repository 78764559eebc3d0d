import type { CommandResult } from '../process/run-command.ts';
import type { Counts } from './counts.ts';
import { addCounts, NOTHING } from './counts.ts';

/** One part of `npm test`. */
export interface Part {
  readonly name: string;
  /** Of what is left of the whole budget, a part takes no more than this. */
  readonly limitMs: number;
  /** Undefined when there is nothing to run yet; the text says why. */
  readonly skip?: string;
  run(limitMs: number): Promise<CommandResult>;
  /** Counts of what ran; without it a part adds nothing when it succeeds. */
  count?(result: CommandResult): Counts | undefined;
}

/**
 * Counts of a part that ended. A part that failed without a failing test (types, a build, a crash, a
 * time limit) adds one failure, so that the last line never looks better than the exit code.
 */
export const countsOf = (part: Part, result: CommandResult): Counts => {
  const counts = part.count?.(result) ?? NOTHING;
  return result.exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
};

/** Runs parts one after another within a budget, whatever the ones before did, and sums their counts. */
export const runParts = async (
  parts: readonly Part[],
  budgetMs: number,
  say: (line: string) => void,
  now: () => number = () => performance.now(),
): Promise<Counts> => {
  const endMs = now() + budgetMs;
  let total = NOTHING;
  for (const part of parts) {
    if (part.skip !== undefined) {
      say(`── ${part.name}: skipped: ${part.skip}`);
      continue;
    }
    say(`── ${part.name}`);
    const startedMs = now();
    const result = await part.run(Math.max(1, Math.min(part.limitMs, endMs - startedMs)));
    const counts = countsOf(part, result);
    total = addCounts(total, counts);
    const verdict = counts.failed === 0 ? 'ok' : 'FAILED';
    say(`── ${part.name}: ${verdict} after ${((now() - startedMs) / 1000).toFixed(1)} s`);
  }
  return total;
};
