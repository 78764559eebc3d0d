import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const START_SCRIPT = join(ROOT, 'scripts', 'start.ts');
const READY_PREFIX = 'SECTORWARS_READY ';
const START_LIMIT_MS = 180_000;
const STOP_LIMIT_MS = 40_000;
const KEPT_LINES = 200;

/** What the server says of itself when it is ready. */
export interface ReadyMessage {
  readonly url: string;
}

/** A standalone server, started as `npm start` does, in a process of its own. */
export interface ServerProcess {
  readonly url: string;
  readonly pid: number;
  isRunning(): boolean;
  /** Asks it to stop and waits; a server that does not stop in 40 s is killed and the promise rejects. */
  stop(): Promise<void>;
  /** Ends it without a chance to do anything. */
  kill(): Promise<void>;
  /** The last lines it wrote, for a failed test. */
  output(): string;
}

const ended = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
};

const waitForReady = (child: ChildProcess, lines: string[]): Promise<ReadyMessage> =>
  new Promise((resolve, reject) => {
    const fail = (what: string) =>
      reject(new Error(`The server ${what}. Its last lines:\n${lines.join('\n')}`));
    const limit = setTimeout(() => fail('was not ready in time'), START_LIMIT_MS);
    child.once('exit', (code, signal) => {
      clearTimeout(limit);
      fail(`ended before it was ready (${code ?? signal})`);
    });
    const take = (line: string) => {
      lines.push(line);
      if (lines.length > KEPT_LINES) lines.shift();
      if (!line.startsWith(READY_PREFIX)) return;
      clearTimeout(limit);
      resolve(JSON.parse(line.slice(READY_PREFIX.length)) as ReadyMessage);
    };
    for (const stream of [child.stdout, child.stderr]) {
      if (stream !== null) createInterface({ input: stream }).on('line', take);
    }
  });

/** Starts a server with this environment and waits until it answers. */
export const startServerProcess = async (env: Readonly<Record<string, string>>): Promise<ServerProcess> => {
  const lines: string[] = [];
  const child = spawn(process.execPath, [START_SCRIPT], {
    cwd: ROOT,
    env: { ...process.env, ...env, SW_READY_JSON: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let ready: ReadyMessage;
  try {
    ready = await waitForReady(child, lines);
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
  return {
    url: ready.url,
    pid: child.pid ?? 0,
    isRunning: () => child.exitCode === null && child.signalCode === null,
    async stop() {
      const limit = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
      child.kill('SIGTERM');
      await ended(child);
      clearTimeout(limit);
      if (child.signalCode === 'SIGKILL') throw new Error(`The server did not stop:\n${lines.join('\n')}`);
    },
    async kill() {
      child.kill('SIGKILL');
      await ended(child);
    },
    output: () => lines.join('\n'),
  };
};
