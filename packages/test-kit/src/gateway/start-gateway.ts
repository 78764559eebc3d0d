import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer as createTcpServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const ENTRYPOINT = join(import.meta.dirname, '../../../../services/nginx-gateway/entrypoint.sh');
const START_LIMIT_MS = 20_000;

/** A real nginx with the configuration of the image, on free ports of this machine. */
export interface Gateway {
  readonly httpPort: number;
  readonly httpsPort: number;
  readonly folder: string;
  /** The access log, line by line. */
  log(): readonly Readonly<Record<string, unknown>>[];
  stop(): Promise<void>;
}

export interface EntrypointResult {
  readonly exitCode: number;
  readonly written: string;
}

/** A port nobody uses now. */
export const freePort = async (): Promise<number> => {
  const server = createTcpServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
};

type Settings = Readonly<Record<string, string>>;

const environment = (folder: string, settings: Settings): Settings => ({
  PATH: `${process.env['PATH'] ?? ''}:/usr/local/sbin:/usr/sbin:/sbin`,
  ENVIRONMENT: 'development',
  GATEWAY_RUN_DIR: folder,
  TLS_DIR: join(folder, 'no-certificates'),
  GATEWAY_ACCESS_LOG: join(folder, 'access.log'),
  NGINX_RESOLVER: '127.0.0.1:9',
  GAMESERVER_UPSTREAM: '127.0.0.1:9',
  PLAYER_CLIENT_UPSTREAM: '127.0.0.1:9',
  ADMIN_UI_UPSTREAM: '127.0.0.1:9',
  ...settings,
});

const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'sw-gateway-'));
  // Workers of a server that was started as root are somebody else.
  chmodSync(folder, 0o755);
  return folder;
};

/** Lets the entry point render and test the configuration of these settings, without serving. */
export const testConfiguration = async (settings: Settings): Promise<EntrypointResult> => {
  const folder = temporaryFolder();
  try {
    const env = environment(folder, {
      HTTP_LISTEN: '127.0.0.1:18080',
      HTTPS_LISTEN: '127.0.0.1:18443',
      ...settings,
    });
    const child = spawn('sh', [ENTRYPOINT, '--test'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let written = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        written += chunk.toString();
      });
    }
    const [exitCode] = (await once(child, 'close')) as [number];
    return { exitCode, written };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Starts the gateway by its entry point and waits until it answers. */
export const startGateway = async (settings: Settings): Promise<Gateway> => {
  const folder = temporaryFolder();
  const [httpPort, httpsPort] = [await freePort(), await freePort()];
  const env = environment(folder, {
    HTTP_LISTEN: `127.0.0.1:${httpPort}`,
    HTTPS_LISTEN: `127.0.0.1:${httpsPort}`,
    HTTPS_PORT: String(httpsPort),
    ...settings,
  });
  const child = spawn('sh', [ENTRYPOINT], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let written = '';
  child.stderr.on('data', (chunk: Buffer) => {
    written += chunk.toString();
  });
  const limit = AbortSignal.timeout(START_LIMIT_MS);
  while (!(await isHealthy(httpPort))) {
    if (child.exitCode !== null || limit.aborted) {
      child.kill('SIGKILL');
      throw new Error(`the gateway did not start:\n${written}`);
    }
    await wait(20);
  }
  return {
    httpPort,
    httpsPort,
    folder,
    log: () =>
      readFileSync(join(folder, 'access.log'), 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>),
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

const isHealthy = async (port: number): Promise<boolean> => {
  try {
    return (await fetch(`http://127.0.0.1:${port}/health`)).ok;
  } catch {
    return false;
  }
};
