import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Database, ProcessStamp } from '@sw/db';
import { isRunning, stampOf } from '@sw/db';
import type { ProcessDriverConfig } from '../../config-driver.ts';
import { StepFailure } from '../../engine/failure.ts';
import { findPort, freePort, freePorts, takePort } from '../../store/ports.repository.ts';
import type { OneShot, OneShotResult, RegionDriver, SeenServer, ServerSpec } from '../driver.ts';
import { findServers, NAME_VARIABLE, OWNER_VARIABLE } from './find-servers.ts';
import { processStats } from './process-stats.ts';
import { runProgram } from './run-program.ts';
import type { ServerFolder } from './server-folder.ts';
import { serverFolder } from './server-folder.ts';

/** The command line of the game server of this checkout. */
const GAME_SERVER = fileURLToPath(new URL('../../../../gameserver/src/cli.ts', import.meta.url));
/** Share of its memory a server may use for its heap; the rest is for buffers and code. */
const HEAP_SHARE = 0.75;
const MIB_PER_GB = 1024;
const POLL_MS = 50;
const KILL_LIMIT_MS = 5_000;

export interface ProcessDriverOptions {
  readonly db: Database;
  readonly config: ProcessDriverConfig;
  /** Program of the server; the game server of this checkout unless a test brings a smaller one. */
  readonly program?: string;
}

/**
 * Servers as processes of this host, for development and tests without an engine. They are no children: a manager
 * that stops or dies leaves them running, and the next one knows them again by process id and moment of their start,
 * or by the mark in their environment. Cores are written down but not enforced; memory bounds the heap.
 */
export const createProcessDriver = ({
  db,
  config,
  program = GAME_SERVER,
}: ProcessDriverOptions): RegionDriver => {
  const { stateDir } = config;
  const folderOf = (name: string): ServerFolder => serverFolder(stateDir, name);

  const runningOf = (name: string): ProcessStamp | undefined => {
    const record = folderOf(name).readRecord();
    if (record !== undefined && isRunning(record)) return record;
    return findServers(stateDir).find((server) => server.name === name);
  };

  const portOf = async (name: string): Promise<number> => {
    const [row] = await findPort(db.sql, name);
    if (row === undefined) throw new StepFailure('internal', 'The region has no port.');
    return row.port;
  };

  const allocatePort = async (name: string): Promise<void> => {
    const [taken] = await findPort(db.sql, name);
    if (taken !== undefined) return;
    for (const { port } of await freePorts(db.sql, config.ports)) {
      if (!(await isFree(port))) continue;
      const [won] = await db.write((sql) => [takePort(sql, name, port)]);
      if (won.length > 0) return;
    }
    throw new StepFailure('ports_exhausted', 'Every port of REGION_PORT_RANGE is taken.');
  };

  const argumentsOf = (spec: ServerSpec, command: string): readonly string[] => [
    `--max-old-space-size=${Math.floor(spec.resources.memoryGb * MIB_PER_GB * HEAP_SHARE)}`,
    program,
    command,
  ];

  const environmentOf = async (spec: ServerSpec, mark: Readonly<Record<string, string>>) => ({
    PATH: '/usr/local/bin:/usr/bin:/bin',
    ...spec.env,
    HOST: '127.0.0.1',
    PORT: String(await portOf(spec.name)),
    METRICS_PORT: '0',
    ...Object.fromEntries(
      Object.keys(spec.secrets).map((name) => [`${name}_FILE`, folderOf(spec.name).secretPath(name)]),
    ),
    ...mark,
  });

  const end = async (stamp: ProcessStamp, graceMs: number): Promise<void> => {
    signalTo(stamp, 'SIGTERM');
    if (await isGoneWithin(stamp, graceMs)) return;
    signalTo(stamp, 'SIGKILL');
    if (!(await isGoneWithin(stamp, KILL_LIMIT_MS))) {
      throw new StepFailure('engine_refused', 'The process does not end.', { isTransient: true });
    }
  };

  const stop = async (name: string, graceMs: number): Promise<void> => {
    for (let server = runningOf(name); server !== undefined; server = runningOf(name)) {
      await end(server, graceMs);
    }
    folderOf(name).forgetRecord();
  };

  const start = async (spec: ServerSpec): Promise<void> => {
    const folder = folderOf(spec.name);
    const env = await environmentOf(spec, { [OWNER_VARIABLE]: stateDir, [NAME_VARIABLE]: spec.name });
    const log = openSync(folder.log, 'a', 0o600);
    try {
      const child = spawn(process.execPath, argumentsOf(spec, 'serve'), {
        env,
        cwd: folder.path,
        detached: true,
        stdio: ['ignore', log, log],
      });
      child.on('error', () => undefined);
      child.unref();
      const stamp = child.pid === undefined ? undefined : stampOf(child.pid);
      if (stamp === undefined) {
        throw new StepFailure('program_failed', 'The server ended while it was started.', {
          isTransient: true,
        });
      }
      folder.writeRecord({ ...stamp, settingsSha256: settingsHash(spec) });
    } finally {
      closeSync(log);
    }
  };

  const ensureStarted = async (spec: ServerSpec): Promise<void> => {
    const server = runningOf(spec.name);
    const record = folderOf(spec.name).readRecord();
    if (server !== undefined) {
      // One found by its mark alone was started by the attempt that is repeated now.
      if (record?.pid !== server.pid) {
        folderOf(spec.name).writeRecord({ ...server, settingsSha256: settingsHash(spec) });
        return;
      }
      if (record.settingsSha256 === settingsHash(spec)) return;
      await stop(spec.name, KILL_LIMIT_MS);
    }
    await start(spec);
  };

  return {
    kind: 'process',
    check: async () => {
      if (!existsSync(program))
        throw new StepFailure('engine_unavailable', 'The game server is not installed.');
    },
    prepare: async (spec) => {
      const folder = folderOf(spec.name);
      folder.make();
      for (const [name, value] of Object.entries(spec.secrets)) folder.writeSecret(name, value);
      await allocatePort(spec.name);
    },
    runOnce: async (spec: ServerSpec, command: OneShot, signal: AbortSignal): Promise<OneShotResult> =>
      runProgram(process.execPath, argumentsOf(spec, command), {
        env: await environmentOf(spec, {}),
        cwd: folderOf(spec.name).path,
        signal,
      }),
    ensureStarted,
    stop,
    remove: async (name) => {
      await stop(name, 0);
      folderOf(name).remove();
      await db.write((sql) => [freePort(sql, name)]);
    },
    updateResources: async (spec) => {
      const before = runningOf(spec.name);
      await ensureStarted(spec);
      return before !== undefined && runningOf(spec.name)?.pid !== before.pid;
    },
    stats: async (name) => {
      const server = runningOf(name);
      return server === undefined ? null : processStats(server);
    },
    endpoint: async (name) => `http://127.0.0.1:${await portOf(name)}`,
    probeAddress: async (name) => {
      const [row] = await findPort(db.sql, name);
      return row === undefined ? null : `http://127.0.0.1:${row.port}`;
    },
    list: async () => listServers(stateDir, runningOf),
    close: () => Promise.resolve(),
  };
};

/** Folders that have a record or a process, and processes without a folder. */
const listServers = (
  stateDir: string,
  runningOf: (name: string) => ProcessStamp | undefined,
): readonly SeenServer[] => {
  const folders = existsSync(stateDir) ? readdirSync(stateDir) : [];
  const names = new Set([...folders, ...findServers(stateDir).map(({ name }) => name)]);
  return [...names].map((name) => ({ name, isRunning: runningOf(name) !== undefined }));
};

/** Tells whether a server runs with the settings it should have. Secrets count by their hash alone. */
const settingsHash = ({ resources, env, secrets }: ServerSpec): string =>
  createHash('sha256')
    .update(JSON.stringify([resources, env, secrets]))
    .digest('hex');

const signalTo = (stamp: ProcessStamp, signal: NodeJS.Signals): void => {
  if (!isRunning(stamp)) return;
  try {
    process.kill(stamp.pid, signal);
  } catch {
    // Gone between the look and the signal.
  }
};

const isGoneWithin = async (stamp: ProcessStamp, limitMs: number): Promise<boolean> => {
  const endMs = performance.now() + limitMs;
  while (isRunning(stamp)) {
    if (performance.now() >= endMs) return false;
    await wait(POLL_MS);
  }
  return true;
};

/** Whether nothing listens on a port of this host. */
const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host: '127.0.0.1' }, () => probe.close(() => resolve(true)));
  });
