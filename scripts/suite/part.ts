import type { CommandResult } from '../process/run-command.ts';
import type { Counts } from './counts.ts';
import { addCounts, NOTHING } from './counts.ts';

/** One part of `npm test` or `npm run soak`. */
export interface Part {
  readonly name: string;
  /** Of what is left of the whole budget, a part takes no more than this. */
  readonly limitMs: number;
  run(limitMs: number): Promise<CommandResult>;
  /** A part that waits more than it works, run at the same time; its output is shown when it has ended. */
  readonly beside?: Part;
  /** Counts of what ran; without it a part adds nothing when it succeeds. */
  count?(result: CommandResult): Counts | undefined;
}

/** What came of a part. */
export interface PartReport {
  readonly name: string;
  readonly counts: Counts;
  readonly seconds: number;
}

/**
 * Counts of a part that ended. A part that failed without a failing test (types, a build, a crash, a
 * time limit) adds one failure, so that the last line never looks better than the exit code.
 */
export const countsOf = (part: Part, result: CommandResult): Counts => {
  const counts = part.count?.(result) ?? NOTHING;
  return result.exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
};

/** Runs parts one after another within a budget, whatever the ones before did. */
export const runParts = async (
  parts: readonly Part[],
  budgetMs: number,
  say: (line: string) => void,
  now: () => number = () => performance.now(),
): Promise<readonly PartReport[]> => {
  const endMs = now() + budgetMs;
  const runOne = async (part: Part): Promise<PartReport & { readonly output: string }> => {
    const startedMs = now();
    const result = await part.run(Math.max(1, Math.min(part.limitMs, endMs - startedMs)));
    const counts = countsOf(part, result);
    const seconds = (now() - startedMs) / 1000;
    return { name: part.name, counts, seconds, output: result.output };
  };
  const tell = ({ name, counts, seconds }: PartReport): void =>
    say(`── ${name}: ${verdictOf(counts)} after ${seconds.toFixed(1)} s`);

  const reports: PartReport[] = [];
  for (const part of parts) {
    say(`── ${part.name}${part.beside === undefined ? '' : `, beside it: ${part.beside.name}`}`);
    const besides = part.beside === undefined ? undefined : runOne(part.beside);
    const report = await runOne(part);
    tell(report);
    reports.push(report);
    if (besides === undefined) continue;
    const other = await besides;
    say(other.output);
    tell(other);
    reports.push(other);
  }
  return reports;
};

const verdictOf = ({ failed }: Counts): string => (failed === 0 ? 'ok' : 'FAILED');

/** The counts of all parts together. */
export const totalOf = (reports: readonly PartReport[]): Counts =>
  reports.map(({ counts }) => counts).reduce(addCounts, NOTHING);

/** One line a part: verdict, time, counts. */
export const summaryOf = (reports: readonly PartReport[]): string =>
  reports
    .map(({ name, counts, seconds }) => {
      const tests = `${counts.passed} passed, ${counts.failed} failed`;
      return `${verdictOf(counts).padEnd(6)} ${seconds.toFixed(1).padStart(7)} s  ${name}: ${tests}`;
    })
    .join('\n');
