import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installedBin } from '../process/installed-bin.ts';
import type { CommandOptions } from '../process/run-command.ts';
import { runNode } from '../process/run-command.ts';
import type { Counts } from './counts.ts';
import { lastCounts } from './counts.ts';
import type { Part } from './part.ts';
import { vitestCounts } from './vitest-counts.ts';

/** Where and with which variables parts run. */
export interface PartSetting {
  readonly root: string;
  readonly env: Readonly<Record<string, string>>;
}

/** What is needed to run a part beside the setting. */
export interface PartOrder {
  readonly name: string;
  readonly limitMs: number;
  readonly args?: readonly string[];
  /** Another part whose output is shown while it comes runs at the same time. */
  readonly isQuiet?: boolean;
  readonly beside?: Part;
}

const optionsOf = ({ root, env }: PartSetting, order: PartOrder, limitMs: number): CommandOptions => ({
  cwd: root,
  limitMs,
  echo: order.isQuiet !== true,
  env,
});

/** A script of ours that fails as a whole: it adds one failure, or nothing. */
export const scriptPart = (setting: PartSetting, script: string, order: PartOrder): Part => ({
  ...order,
  run: (limitMs) => runNode(join(setting.root, script), order.args ?? [], optionsOf(setting, order, limitMs)),
});

/** A script of ours that ends with a line of counts; without that line its exit code counts as one test. */
export const countingPart = (setting: PartSetting, script: string, order: PartOrder): Part => ({
  ...scriptPart(setting, script, order),
  count: ({ output, exitCode }) =>
    lastCounts(output) ?? (exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }),
});

/**
 * Tests of the root configuration, those whose paths contain one of the arguments. The JSON report is
 * read before its folder goes away, so the counts travel beside the result.
 */
export const vitestPart = (setting: PartSetting, order: PartOrder): Part => {
  let counts: Counts | undefined;
  return {
    ...order,
    run: async (limitMs) => {
      const folder = mkdtempSync(join(tmpdir(), 'sw-test-'));
      const report = join(folder, 'report.json');
      const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
      try {
        const args = ['run', ...reporters, ...(order.args ?? [])];
        const result = await runNode(
          installedBin('vitest', 'vitest'),
          args,
          optionsOf(setting, order, limitMs),
        );
        counts = existsSync(report) ? vitestCounts(readFileSync(report, 'utf8')) : undefined;
        return result;
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
    count: () => counts,
  };
};
