import type { ChildProcess } from 'node:child_process';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { findBinary } from './server-binaries.ts';

/** A real redis-server of a test, on a port and in a folder of its own. */
export interface RedisServer {
  readonly url: string;
  readonly port: number;
  /** Asks it something as its operator, e.g. `ask('FLUSHALL')`. */
  ask(...command: readonly string[]): Promise<string>;
  /** Ends it without a word, as a crash would. */
  kill(): Promise<void>;
  /** Starts it again on the same port with the same folder. */
  start(): Promise<void>;
  /** It keeps its connections but answers nothing until `resume`. */
  pause(): void;
  resume(): void;
  /** Ends it for good and removes its folder. */
  stop(): Promise<void>;
}

const START_LIMIT_MS = 10_000;
const RETRY_MS = 30;

/**
 * Starts a redis-server that writes every change to disk at once, so that a kill loses nothing it answered.
 *
 * @param users lines of an ACL file; without them the default user may do everything
 */
export const startRedisServer = async (users: readonly string[] = []): Promise<RedisServer> => {
  const binary = findBinary('redis-server');
  const cli = findBinary('redis-cli');
  if (binary === undefined || cli === undefined) throw new Error('redis-server must be installed');
  const folder = await mkdtemp(join(tmpdir(), 'sw-redis-'));
  const port = await freePort();
  const acl = join(folder, 'users.acl');
  await writeFile(acl, ['user default on nopass ~* &* +@all', ...users, ''].join('\n'));
  let running: ChildProcess | undefined;

  const ask = async (...command: readonly string[]): Promise<string> => {
    const { stdout } = await promisify(execFile)(cli, ['-p', `${port}`, ...command]);
    return stdout.trim();
  };

  const start = async (): Promise<void> => {
    const settings = ['--port', `${port}`, '--bind', '127.0.0.1', '--dir', folder, '--aclfile', acl];
    const durable = ['--appendonly', 'yes', '--appendfsync', 'always', '--save', ''];
    running = spawn(binary, [...settings, ...durable], { stdio: 'ignore' });
    const deadline = Date.now() + START_LIMIT_MS;
    while ((await ask('PING').catch(() => '')) !== 'PONG') {
      if (Date.now() > deadline) throw new Error('redis-server did not start');
      await sleep(RETRY_MS);
    }
  };

  const kill = async (): Promise<void> => {
    if (running === undefined || running.exitCode !== null || running.signalCode !== null) return;
    const exit = once(running, 'exit');
    running.kill('SIGKILL');
    await exit;
  };

  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    ask,
    kill,
    start,
    pause: () => {
      running?.kill('SIGSTOP');
    },
    resume: () => {
      running?.kill('SIGCONT');
    },
    stop: async () => {
      await kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

const freePort = async (): Promise<number> => {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
};
