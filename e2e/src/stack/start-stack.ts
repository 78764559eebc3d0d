import { randomBytes } from 'node:crypto';
import { createDataFolder } from './data-folder.ts';
import type { ServerProcess } from './server-process.ts';
import { startServerProcess } from './server-process.ts';
import { endProcess, isAlive } from './sweep.ts';

/** A whole installation under test: server process and embedded database in a folder of their own. */
export interface Stack {
  /** Origin of the running server; it keeps its port over a restart. */
  readonly origin: string;
  readonly admin: { readonly username: string; readonly password: string };
  databaseUrl(): string;
  /** Kills the server process; the database lives on. */
  killServer(): Promise<void>;
  /** Kills the database under the running server. */
  killDatabase(): void;
  /** Starts the server again on the same data and port. */
  startServer(): Promise<void>;
  /** Asks the server to stop, as Ctrl-C does; the database stops with it. */
  stopServer(): Promise<void>;
  output(): string;
  /** Ends everything and removes the folder. */
  dispose(): Promise<void>;
}

const PASSWORD_BYTES = 18;

/** Starts an installation with a small galaxy and no practical rate limits. */
export const startStack = async (extraEnv: Readonly<Record<string, string>> = {}): Promise<Stack> => {
  const folder = createDataFolder();
  const admin = { username: 'admin', password: randomBytes(PASSWORD_BYTES).toString('base64url') };
  const env = {
    ENVIRONMENT: 'development',
    SW_DATA_DIR: folder.path,
    HOST: '127.0.0.1',
    METRICS_PORT: '0',
    RATE_LIMITS: 'relaxed',
    GALAXY_SEED: 'journeys',
    NEXUS_ENABLED: 'false',
    ADMIN_PASSWORD: admin.password,
    LOG_LEVEL: 'warn',
    DATABASE_URL: '',
    ...extraEnv,
  };
  let server: ServerProcess;
  let port = '0';

  const start = async () => {
    server = await startServerProcess({ ...env, PORT: port });
    port = new URL(server.url).port;
  };

  try {
    await start();
  } catch (error) {
    await endProcess(folder.postmasterPid(), 'SIGINT');
    folder.remove();
    throw error;
  }
  return {
    get origin() {
      return server.url;
    },
    admin,
    databaseUrl: folder.databaseUrl,
    killServer: () => server.kill(),
    killDatabase() {
      const pid = folder.postmasterPid();
      if (pid !== undefined && isAlive(pid)) process.kill(pid, 'SIGKILL');
    },
    async startServer() {
      if (server.isRunning()) throw new Error('The server is running');
      await start();
    },
    stopServer: () => server.stop(),
    output: () => server.output(),
    async dispose() {
      if (server.isRunning()) await server.stop().catch(() => undefined);
      await endProcess(folder.postmasterPid(), 'SIGINT');
      folder.remove();
    },
  };
};
