import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installedBin } from '../process/installed-bin.ts';
import type { CommandOptions, CommandResult } from '../process/run-command.ts';
import { runNode } from '../process/run-command.ts';
import type { Counts } from './counts.ts';
import { lastCounts } from './counts.ts';
import type { Part } from './part.ts';
import { vitestCounts } from './vitest-counts.ts';

const minutes = (count: number): number => count * 60_000;

/** What `npm test` consists of, in order: nets, clients, unit and integration tests, browser journeys. */
export const testParts = (root: string, plain: boolean): readonly Part[] => {
  const options = (limitMs: number): CommandOptions => ({
    cwd: root,
    limitMs,
    echo: true,
    env: plain ? { NO_COLOR: '1', FORCE_COLOR: '0', CI: 'true' } : {},
  });
  const script = (path: string) => (limitMs: number) => runNode(join(root, path), [], options(limitMs));
  return [
    { name: 'check', limitMs: minutes(5), run: script('scripts/check.ts') },
    { name: 'build', limitMs: minutes(3), run: script('scripts/build.ts') },
    vitestPart(options),
    browserPart(root, script('e2e/src/main.ts')),
  ];
};

/** The JSON report is read before its folder goes away, so the counts travel beside the result. */
const vitestPart = (options: (limitMs: number) => CommandOptions): Part => {
  let counts: Counts | undefined;
  return {
    name: 'unit and integration tests',
    limitMs: minutes(9),
    run: async (limitMs): Promise<CommandResult> => {
      const folder = mkdtempSync(join(tmpdir(), 'sw-test-'));
      const report = join(folder, 'report.json');
      try {
        const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
        const result = await runNode(installedBin('vitest', 'vitest'), args, options(limitMs));
        counts = existsSync(report) ? vitestCounts(readFileSync(report, 'utf8')) : undefined;
        return result;
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
    count: () => counts,
  };
};

/** The journeys end with the same line as this script; without it the exit code counts as one test. */
const browserPart = (root: string, run: Part['run']): Part => ({
  name: 'browser journeys',
  limitMs: minutes(8),
  ...(existsSync(join(root, 'e2e/src/main.ts'))
    ? {}
    : { skip: 'there are no journeys yet (e2e/src/main.ts)' }),
  run,
  count: (result) =>
    lastCounts(result.output) ??
    (result.exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }),
});
