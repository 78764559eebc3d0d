import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';

export interface CommandOptions {
  readonly cwd: string;
  /** The whole process group is ended after this time. */
  readonly limitMs: number;
  readonly env?: Readonly<Record<string, string>>;
  /** Also show the output while it comes. */
  readonly echo?: boolean;
}

export interface CommandResult {
  /** -1 when the command was ended because it took too long or could not be started. */
  readonly exitCode: number;
  /** Standard output and standard error in the order they came. */
  readonly output: string;
}

const GRACE_MS = 5000;
const running = new Set<ChildProcess>();
let stopping = false;

/** Runs a Node script on the Node that runs this, so that the pinned version is used everywhere. */
export const runNode = (
  script: string,
  args: readonly string[],
  options: CommandOptions,
): Promise<CommandResult> => runCommand(process.execPath, [script, ...args], options);

/** Runs a command in a process group of its own; never rejects. Once told to stop, it starts nothing. */
export const runCommand = (
  command: string,
  args: readonly string[],
  options: CommandOptions,
): Promise<CommandResult> =>
  stopping ? Promise.resolve({ exitCode: -1, output: 'stopped\n' }) : startCommand(command, args, options);

const startCommand = (
  command: string,
  args: readonly string[],
  options: CommandOptions,
): Promise<CommandResult> =>
  new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
    });
    running.add(child);
    const chunks: string[] = [];
    const take = (chunk: Buffer): void => {
      chunks.push(chunk.toString());
      if (options.echo === true) process.stdout.write(chunk);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);

    let ended = '';
    const limit = setTimeout(() => {
      ended = `\nended after ${options.limitMs / 1000} s: took too long\n`;
      endGroup(child);
    }, options.limitMs);
    const settle = (exitCode: number): void => {
      clearTimeout(limit);
      clearTimeout(linger);
      running.delete(child);
      resolve({ exitCode: ended === '' ? exitCode : -1, output: chunks.join('') + ended });
    };
    let linger: NodeJS.Timeout | undefined;
    child.on('error', (error) => {
      chunks.push(`${error.message}\n`);
      settle(-1);
    });
    child.on('close', (code) => settle(code ?? -1));
    // A server it left behind in a group of its own may hold the pipes open; that must not hold us.
    child.on('exit', (code) => {
      linger = setTimeout(() => settle(code ?? -1), GRACE_MS);
    });
  });

/** The part of `process` that is needed to hear of signals. */
export interface SignalSource {
  once(signal: 'SIGINT' | 'SIGTERM', listener: () => void): unknown;
}

/** Ends everything that was started when this process is told to stop; a second signal ends it at once. */
export const endCommandsWithProcess = (source: SignalSource = process): void => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    source.once(signal, () => {
      stopping = true;
      for (const child of running) endGroup(child);
    });
  }
};

const endGroup = (child: ChildProcess): void => {
  signalGroup(child, 'SIGTERM');
  setTimeout(() => signalGroup(child, 'SIGKILL'), GRACE_MS).unref();
};

const signalGroup = (child: ChildProcess, signal: NodeJS.Signals): void => {
  if (child.pid === undefined || child.exitCode !== null) return;
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch (error) {
    // The group ended between the check and the signal.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
};
