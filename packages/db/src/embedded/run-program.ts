import { spawn } from 'node:child_process';
import type { Account } from './account.ts';

export interface ProgramResult {
  /** Exit code; -1 when the program could not be started or was killed. */
  readonly code: number;
  /** Both output streams together. */
  readonly output: string;
}

export interface ProgramOptions {
  readonly account: Account | undefined;
}

/** What PostgreSQL's programs get to see: made here, so that a bare environment and one full of PG… behave alike. */
export const BARE_ENVIRONMENT = { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/bin:/bin' };

/**
 * Runs one of PostgreSQL's programs to its end, in a session of its own: Ctrl-C in the terminal reaches us alone, and
 * we decide what is stopped when.
 */
export function runProgram(
  program: string,
  args: readonly string[],
  options: ProgramOptions,
): Promise<ProgramResult> {
  return new Promise((resolve) => {
    const { account } = options;
    const child = spawn(program, args, {
      cwd: '/',
      detached: true,
      windowsHide: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: BARE_ENVIRONMENT,
      ...(account === undefined ? {} : { uid: account.uid, gid: account.gid }),
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', (error) => resolve({ code: -1, output: error.message }));
    child.on('close', (code) =>
      resolve({ code: code ?? -1, output: Buffer.concat(chunks).toString('utf8') }),
    );
  });
}
