import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Standalone } from '../server/standalone.ts';

const CLI = fileURLToPath(new URL('../../../services/gameserver/src/cli.ts', import.meta.url));
const READY_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 30_000;

/** Another game-server process over the database of a standalone one. */
export interface SecondServer {
  readonly origin: string;
  stop(): Promise<void>;
}

/** Starts it with the secret of the data folder, so that both believe the same tokens. */
export const startSecondServer = async (
  first: Standalone,
  dataDir: string,
  redisUrl: string,
): Promise<SecondServer> => {
  const { jwtSecret } = JSON.parse(readFileSync(join(dataDir, 'secrets.json'), 'utf8')) as {
    jwtSecret: string;
  };
  const child = spawn(process.execPath, [CLI, 'serve'], {
    env: {
      ...process.env,
      ENVIRONMENT: 'development',
      HOST: '127.0.0.1',
      PORT: '0',
      METRICS_PORT: '0',
      RATE_LIMITS: 'relaxed',
      DATABASE_URL: first.databaseUrl,
      REDIS_URL: redisUrl,
      JWT_SECRET: jwtSecret,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = await new Promise<number>((resolve, reject) => {
    const limit = setTimeout(
      () => reject(new Error('the second server was not ready in time')),
      READY_LIMIT_MS,
    );
    child.once('exit', () => reject(new Error('the second server ended before it was ready')));
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (!line.includes('"server.started"')) return;
      clearTimeout(limit);
      child.removeAllListeners('exit');
      resolve((JSON.parse(line) as { port: number }).port);
    });
  });
  return {
    origin: `http://127.0.0.1:${port}`,
    stop: async () => {
      const limit = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
      child.kill('SIGTERM');
      await once(child, 'exit');
      clearTimeout(limit);
    },
  };
};
