import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { OneShotResult } from '../driver.ts';

const KEPT_CHARACTERS = 4_000;

/** Runs a program to its end and keeps the end of what it wrote. The signal ends it. */
export const runProgram = async (
  program: string,
  args: readonly string[],
  options: {
    readonly env: Readonly<Record<string, string>>;
    readonly cwd?: string;
    readonly signal: AbortSignal;
  },
): Promise<OneShotResult> => {
  const child = spawn(program, [...args], {
    env: { ...options.env },
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const keep = (text: string): void => {
    output = (output + text).slice(-KEPT_CHARACTERS);
  };
  child.stdout.setEncoding('utf8').on('data', keep);
  child.stderr.setEncoding('utf8').on('data', keep);
  const stop = (): boolean => child.kill('SIGTERM');
  options.signal.addEventListener('abort', stop, { once: true });
  try {
    const [code] = (await once(child, 'close')) as [number | null];
    return { exitCode: code ?? 1, output: output.trim() };
  } catch (error) {
    return { exitCode: 1, output: error instanceof Error ? error.message : String(error) };
  } finally {
    options.signal.removeEventListener('abort', stop);
  }
};
