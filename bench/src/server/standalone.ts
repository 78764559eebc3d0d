import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { findEmbedded } from '@sw/db';
import { totalCpuMs } from './cpu-time.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const BOOTSTRAP = join(ROOT, 'scripts', 'bootstrap.mjs');
const START = 'scripts/start.ts';
const READY = 'SECTORWARS_READY ';
const READY_LIMIT_MS = 240_000;
const STOP_LIMIT_MS = 60_000;
const KEPT_LINES = 40;

/** A standalone server as `npm start` runs it, in processes of its own, with its embedded database. */
export interface Standalone {
  readonly origin: string;
  readonly pid: number;
  /** Processor time so far of this process, the server and its database. */
  cpuMs(): number;
  readonly databaseUrl: string;
  /** From starting the process until it says that it is ready. */
  readonly startedInMs: number;
  stop(): Promise<void>;
}

/** Durability is what `npm start` uses; only rate limits are lifted, which needs development and loopback. */
const environmentOf = (dataDir: string, more: Readonly<Record<string, string>>): NodeJS.ProcessEnv => ({
  ...process.env,
  ENVIRONMENT: 'development',
  HOST: '127.0.0.1',
  PORT: '0',
  METRICS_PORT: '0',
  RATE_LIMITS: 'relaxed',
  GALAXY_SEED: 'bench',
  NEXUS_ENABLED: 'true',
  DATABASE_URL: '',
  SW_DATA_DIR: dataDir,
  SW_READY_JSON: '1',
  ...more,
});

/** Starts a server on a data folder and waits until it is ready. */
export const startStandalone = async (
  dataDir: string,
  more: Readonly<Record<string, string>> = {},
): Promise<Standalone> => {
  const beganMs = performance.now();
  const child = spawn(process.execPath, [BOOTSTRAP, START], {
    cwd: ROOT,
    env: environmentOf(dataDir, more),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ready = await untilReady(child);
  const startedInMs = performance.now() - beganMs;
  const databaseUrl = findEmbedded(dataDir)?.databaseUrl;
  if (databaseUrl === undefined) throw new Error(`no database runs from ${dataDir}`);
  const pids = readPids(dataDir);
  return {
    origin: ready.url.replace('localhost', '127.0.0.1'),
    pid: pids.server,
    cpuMs: () => totalCpuMs(pids.server, pids.postmaster),
    databaseUrl,
    startedInMs,
    stop: () => stop(child),
  };
};

/** The processes behind the bootstrap, as the installation itself noted them. */
const readPids = (dataDir: string): { server: number; postmaster: number } => {
  const run = JSON.parse(readFileSync(join(dataDir, 'run.json'), 'utf8')) as Record<string, { pid: number }>;
  return { server: run['server']?.pid ?? 0, postmaster: run['postmaster']?.pid ?? 0 };
};

const untilReady = (child: ChildProcess): Promise<{ url: string }> =>
  new Promise((resolve, reject) => {
    const lines: string[] = [];
    const fail = (what: string): void => {
      child.kill('SIGTERM');
      reject(new Error(`the server ${what}:\n${lines.join('\n')}`));
    };
    const limit = setTimeout(() => fail('was not ready in time'), READY_LIMIT_MS);
    child.once('exit', () => {
      clearTimeout(limit);
      fail('ended before it was ready');
    });
    for (const stream of [child.stdout, child.stderr]) {
      if (stream === null) continue;
      createInterface({ input: stream }).on('line', (line) => {
        lines.push(line);
        if (lines.length > KEPT_LINES) lines.shift();
        if (!line.startsWith(READY)) return;
        clearTimeout(limit);
        child.removeAllListeners('exit');
        resolve(JSON.parse(line.slice(READY.length)) as { url: string });
      });
    }
  });

const stop = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const limit = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
  child.kill('SIGTERM');
  await once(child, 'exit');
  clearTimeout(limit);
};
