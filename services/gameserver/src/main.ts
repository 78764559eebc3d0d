import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { connect, DatabaseUnavailableError, isUnavailable, migrate } from '@sw/db';
import type { Environment, Logger } from '@sw/service-kit';
import {
  createLogger,
  createMetrics,
  createShutdown,
  createUuidV7,
  StartupError,
  startMetricsServer,
} from '@sw/service-kit';
import { buildApp } from './app.ts';
import { loadConfig } from './config.ts';
import { ensureDefaultAdmin } from './features/auth/index.ts';
import { ensureGalaxy } from './features/universe/index.ts';
import type { ClientDirs } from './http/web-apps.ts';
import { startJobs } from './jobs/index.ts';
import { systemClock } from './platform/clock.ts';

export interface StartOptions {
  readonly env: Environment;
  readonly databaseUrl: string;
  readonly secrets: { readonly jwtSecret: string };
  readonly clientDirs: ClientDirs;
  /** PostgreSQL is started and stopped by the caller: the first admin may get a generated password. */
  readonly embedded: boolean;
  readonly onProgress: (text: string) => void;
  /** Where log lines go; standard output unless given. */
  readonly logFile?: string;
}

export interface RunningServer {
  readonly url: string;
  readonly port: number;
  readonly metricsPort: number;
  /** Given once, on the start that made the first admin with a generated password. */
  readonly adminCredentials?: { readonly username: string; readonly password: string };
  /** Drains and stops; the database is the caller's. */
  stop(): Promise<void>;
}

export const MIGRATIONS_DIR = fileURLToPath(new URL('../migrations', import.meta.url));

/**
 * Starts a game server: migrations, galaxy on the first run, first admin, jobs, HTTP and sockets.
 *
 * @throws StartupError with one sentence when it cannot.
 */
export const startGameServer = async (options: StartOptions): Promise<RunningServer> => {
  const port = await portFor(options.env);
  const config = loadConfig({ ...options.env, PORT: String(port), JWT_SECRET: options.secrets.jwtSecret });
  const logger = createLogger({
    service: 'gameserver',
    level: config.logLevel,
    ...(options.logFile === undefined ? {} : { destination: { file: options.logFile } }),
  });
  if (config.isRelaxedIgnored) logger.warn({}, 'rate_limits.relaxed_ignored');
  const metrics = createMetrics({ withProcessMetrics: true });
  const db = connect(options.databaseUrl, {
    max: config.poolSize,
    applicationName: 'sectorwars-gameserver',
    onRepeat: (sqlstate) => metrics.database.retries.inc({ sqlstate }),
  });
  const shutdown = createShutdown(logger);
  shutdown.addHook({ name: 'database', stage: 'storage', run: () => db.close() });

  try {
    await prepareDatabase(db, options, config, logger);
    const game = await buildApp({ config, db, logger, metrics, clientDirs: options.clientDirs });
    const adminCredentials = await ensureDefaultAdmin(game.deps, { embedded: options.embedded });
    await game.ready();
    await game.relay.start();
    const jobs = await startJobs(game.deps, options.databaseUrl);
    const metricsServer = await startMetricsServer({
      registry: metrics.registry,
      host: config.metricsHost,
      port: config.metricsPort,
      environment: config.environment,
      logger,
    });
    await listen(game.app, config.host, port);

    shutdown.addHook({
      name: 'drain',
      stage: 'drain',
      run: () => {
        game.health.startDraining();
        game.sockets.drain();
      },
    });
    shutdown.addHook({ name: 'http', stage: 'requests', run: () => game.app.close() });
    shutdown.addHook({ name: 'jobs', stage: 'jobs', run: () => jobs.stop() });
    shutdown.addHook({ name: 'relay', stage: 'outbox', run: () => game.relay.stop() });
    shutdown.addHook({ name: 'metrics', stage: 'outbox', run: () => metricsServer.close() });
    logger.info({ port, environment: config.environment }, 'server.started');
    return {
      url: `http://${config.host === '0.0.0.0' || config.host === '127.0.0.1' ? 'localhost' : config.host}:${port}`,
      port,
      metricsPort: metricsServer.port,
      ...(adminCredentials === null ? {} : { adminCredentials }),
      stop: async () => {
        await shutdown.run('stop');
      },
    };
  } catch (error) {
    await shutdown.run('failed start');
    throw error;
  }
};

const prepareDatabase = async (
  db: ReturnType<typeof connect>,
  options: StartOptions,
  config: ReturnType<typeof loadConfig>,
  logger: Logger,
): Promise<void> => {
  try {
    const applied = await migrate(db, MIGRATIONS_DIR);
    logger.info({ applied }, 'database.migrated');
    await ensureGalaxy(db, {
      seed: config.galaxySeed,
      isNexusEnabled: config.isNexusEnabled,
      nowMs: systemClock(),
      newId: createUuidV7(systemClock),
      onProgress: options.onProgress,
    });
  } catch (error) {
    if (error instanceof DatabaseUnavailableError || isUnavailable(error)) {
      throw new StartupError(
        'The database cannot be reached; check that it runs and that DATABASE_URL is right.',
        { cause: error },
      );
    }
    throw error;
  }
};

/** Port 0 means any free one; it must be known before the allowed origins are. */
const portFor = async (env: Environment): Promise<number> => {
  const wanted = env['PORT'] === undefined || env['PORT'] === '' ? 8080 : Number(env['PORT']);
  if (wanted !== 0) return wanted;
  const probe = createServer();
  return new Promise((resolve, reject) => {
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 8080));
    });
  });
};

const listen = async (
  app: { listen(options: { host: string; port: number }): Promise<string> },
  host: string,
  port: number,
): Promise<void> => {
  try {
    await app.listen({ host, port });
  } catch (error) {
    const code = (error as { code?: string }).code;
    if (code === 'EADDRINUSE') {
      throw new StartupError(
        `Port ${port} is in use by another process; stop it or set PORT to another number.`,
        { cause: error },
      );
    }
    if (code === 'EACCES') {
      throw new StartupError(
        `Port ${port} needs rights this user does not have; set PORT to a number above 1023.`,
        { cause: error },
      );
    }
    throw error;
  }
};
