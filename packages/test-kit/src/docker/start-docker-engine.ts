import type { ChildProcess } from 'node:child_process';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Docker from 'dockerode';
import { findBinary } from '../server-binaries.ts';

/** A Docker engine of a test: its images, containers and networks are nobody else's. */
export interface DockerEngine {
  readonly docker: Docker;
  readonly socketPath: string;
  /** The last lines the engine wrote, for messages of failed tests. */
  log(): string;
  /** Ends the process at once, as a power cut would; `restart` brings it back over the same data. */
  kill(): Promise<void>;
  restart(): Promise<void>;
  /** Removes containers and networks, ends the process and deletes everything it stored. */
  stop(): Promise<void>;
}

export interface DockerEngineOptions {
  /** Further arguments of `dockerd`. */
  readonly args?: readonly string[];
  /** Lets the engine write packet filter rules of this machine; published ports and Swarm need it. */
  readonly withPacketFilter?: boolean;
}

const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 20_000;
const POLL_MS = 100;
const LOG_LINES = 30;

/**
 * Starts a real `dockerd` with data of its own below the folder for temporary files. It needs root, and
 * `needsBinaries('dockerd')` to have found it. Containers reach this machine under the gateway address of
 * their network, and this machine reaches them under their own.
 *
 * @throws Error with the engine's last lines when it does not come up.
 */
export const startDockerEngine = async (options: DockerEngineOptions = {}): Promise<DockerEngine> => {
  const folder = mkdtempSync(join(tmpdir(), 'sw-docker-'));
  const socketPath = join(folder, 'docker.sock');
  const docker = new Docker({ socketPath });
  const log = (): string =>
    readFileSync(join(folder, 'log'), 'utf8').split('\n').slice(-LOG_LINES).join('\n');
  let child = launch(folder, options);
  const answers = () => untilItAnswers(docker, child, log);
  await answers();
  const kill = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    const limit = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
    await ended;
    clearTimeout(limit);
  };
  return {
    docker,
    socketPath,
    log,
    kill: () => kill('SIGKILL'),
    restart: async () => {
      await kill('SIGTERM');
      child = launch(folder, options);
      await answers();
    },
    stop: async () => {
      const isRunning = child.exitCode === null && child.signalCode === null;
      // An engine that hangs must not keep a test run from ending.
      if (isRunning)
        await Promise.race([removeEverything(docker), wait(STOP_LIMIT_MS, null, { ref: false })]);
      await kill('SIGTERM');
      unmountBelow(folder);
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

const launch = (folder: string, options: DockerEngineOptions): ChildProcess => {
  const log = openSync(join(folder, 'log'), 'a');
  const filter = options.withPacketFilter === true ? [] : ['--iptables=false', '--ip6tables=false'];
  const args = [
    ...['--storage-driver', 'vfs', '--bridge', 'none', ...filter],
    ...['--data-root', join(folder, 'root'), '--exec-root', join(folder, 'exec')],
    ...['--pidfile', join(folder, 'pid'), '--host', `unix://${join(folder, 'docker.sock')}`],
    ...(options.args ?? []),
  ];
  // The engine must not outlive a test run that is killed.
  const keeper = findBinary('setpriv');
  const dockerd = findBinary('dockerd') ?? 'dockerd';
  const command: readonly string[] =
    keeper === undefined ? [dockerd, ...args] : [keeper, '--pdeathsig', 'TERM', dockerd, ...args];
  const [program = '', ...rest] = command;
  const child = spawn(program, rest, { stdio: ['ignore', log, log] });
  closeSync(log);
  return child;
};

const untilItAnswers = async (docker: Docker, child: ChildProcess, log: () => string): Promise<void> => {
  const limit = AbortSignal.timeout(START_LIMIT_MS);
  for (;;) {
    try {
      await docker.ping();
      return;
    } catch (error) {
      if (child.exitCode !== null || limit.aborted) {
        child.kill('SIGKILL');
        throw new Error(`the Docker engine did not start:\n${log()}`, { cause: error });
      }
      await wait(POLL_MS);
    }
  }
};

/** Bridges of networks would stay on this machine when the engine ends. */
const removeEverything = async (docker: Docker): Promise<void> => {
  const containers = await docker.listContainers({ all: true });
  await Promise.allSettled(
    containers.map(({ Id }) => docker.getContainer(Id).remove({ force: true, v: true })),
  );
  const networks = await docker.listNetworks();
  const own = networks.filter(({ Name }) => !['none', 'host', 'bridge'].includes(Name));
  await Promise.allSettled(own.map(({ Id }) => docker.getNetwork(Id).remove()));
};

const unmountBelow = (folder: string): void => {
  const points = readFileSync('/proc/self/mounts', 'utf8')
    .split('\n')
    .map((line) => line.split(' ')[1] ?? '')
    .filter((point) => point.startsWith(`${folder}/`));
  if (points.length > 0) spawnSync('umount', points.reverse());
};
