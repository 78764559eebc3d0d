import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import type { Variables } from './environment.ts';
import type { Lifecycle } from './lifecycle.ts';

const GRACE_MS = 25_000;

export interface ChildOptions {
  readonly name: string;
  readonly cwd: string;
  readonly env: Variables;
  readonly args: readonly string[];
}

/** Starts a Node process that belongs to this program: it ends with it, and its end is told. */
export function startChild(life: Lifecycle, options: ChildOptions): ChildProcess {
  const child = spawn(process.execPath, options.args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  let isStopping = false;
  const ended = new Promise<void>((resolve) => {
    child.once('exit', (code, signal) => {
      resolve();
      if (!isStopping) life.fail(`The ${options.name} ended by itself (${code ?? signal}).`);
    });
  });
  life.undoLater({
    async run() {
      isStopping = true;
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), GRACE_MS);
      await ended;
      clearTimeout(timer);
    },
  });
  return child;
}
