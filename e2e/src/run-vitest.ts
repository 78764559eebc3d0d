import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = fileURLToPath(new URL('..', import.meta.url));

export interface Outcome {
  readonly exitCode: number;
  readonly passed: number;
  readonly failed: number;
}

interface FileResult {
  readonly status: string;
  readonly assertionResults: readonly { readonly status: string }[];
}

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly FileResult[];
}

const vitestProgram = (): string => {
  const manifest = createRequire(import.meta.url).resolve('vitest/package.json');
  return join(dirname(manifest), 'vitest.mjs');
};

/** Counts of a report; a file that failed before or beside its tests is one failure more. */
const countsOf = (report: string): Pick<Outcome, 'passed' | 'failed'> => {
  if (!existsSync(report)) return { passed: 0, failed: 0 };
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report;
  const broken = testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every(({ status }) => status !== 'failed'),
  );
  return { passed: numPassedTests, failed: numFailedTests + broken.length };
};

/** Runs the specs whose path contains one of `filters` (all without any) and counts what they did. */
export const runVitest = async (filters: readonly string[]): Promise<Outcome> => {
  const folder = mkdtempSync(join(tmpdir(), 'sw-e2e-report-'));
  const report = join(folder, 'report.json');
  const args = ['run', '--config', join(HERE, 'vitest.config.ts'), '--reporter=verbose', '--reporter=json'];
  const child = spawn(
    process.execPath,
    [vitestProgram(), ...args, `--outputFile.json=${report}`, ...filters],
    {
      cwd: HERE,
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  );
  // Ctrl-C reaches the whole group; this process stays until the tests have put things away.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  try {
    const exitCode = await new Promise<number>((resolve) => child.on('close', (code) => resolve(code ?? 1)));
    return { exitCode, ...countsOf(report) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
