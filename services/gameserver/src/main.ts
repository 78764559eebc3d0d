import { connect } from '@sw/db';
import type { Environment, Logger, Shutdown } from '@sw/service-kit';
import { createLogger, createMetrics, createShutdown, startMetricsServer } from '@sw/service-kit';
import { buildApp } from './app.ts';
import type { GameConfig } from './config.ts';
import { loadConfig } from './config.ts';
import { ensureDefaultAdmin } from './features/auth/index.ts';
import type { ClientDirs } from './http/web-apps.ts';
import { startJobs } from './jobs/index.ts';
import { listen, portFor } from './platform/listen.ts';
import { prepareDatabase } from './prepare-database.ts';

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

/** A run of a job that is under way gets this long before the database closes. */
const JOBS_LIMIT_MS = 8_000;
/** Clients get this long to answer that their socket is closed. */
const SOCKETS_GRACE_MS = 2_000;

/**
 * Starts a game server: migrations, galaxy on the first run, first admin, jobs, HTTP and sockets. What was
 * started is stopped again when a later step fails.
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
  const shutdown = createShutdown(logger);
  try {
    const parts = await startParts(options, config, logger, shutdown);
    await listen(parts.game.app, config.host, port);
    logger.info({ port, environment: config.environment, role: config.role }, 'server.started');
    return {
      url: `http://${nameOf(config.host)}:${port}`,
      port,
      metricsPort: parts.metricsPort,
      ...(parts.adminCredentials === null ? {} : { adminCredentials: parts.adminCredentials }),
      stop: async () => {
        await shutdown.run('stop');
      },
    };
  } catch (error) {
    await shutdown.run('failed start');
    throw error;
  }
};

/** Everything but listening; each part is on the list of what to stop as soon as it runs. */
const startParts = async (options: StartOptions, config: GameConfig, logger: Logger, shutdown: Shutdown) => {
  const metrics = createMetrics({ withProcessMetrics: true });
  const db = connect(options.databaseUrl, {
    max: config.poolSize,
    applicationName: 'sectorwars-gameserver',
    onRepeat: (sqlstate) => metrics.database.retries.inc({ sqlstate }),
  });
  shutdown.addHook({ name: 'database', stage: 'storage', run: () => db.close() });
  await prepareDatabase(db, { ...config, onProgress: options.onProgress }, logger);

  const game = await buildApp({ config, db, logger, metrics, clientDirs: options.clientDirs });
  shutdown.addHook({
    name: 'drain',
    stage: 'drain',
    run: () => {
      game.health.startDraining();
      game.sockets.drain();
    },
  });
  shutdown.addHook({ name: 'sockets', stage: 'sockets', run: () => game.sockets.stop(SOCKETS_GRACE_MS) });
  shutdown.addHook({ name: 'http', stage: 'requests', run: () => game.app.close() });
  const adminCredentials =
    config.regional === null ? await ensureDefaultAdmin(game.deps, { embedded: options.embedded }) : null;
  await game.ready();
  await game.relay.start();
  shutdown.addHook({ name: 'relay', stage: 'outbox', run: () => game.relay.stop() });
  game.sampler.start();
  shutdown.addHook({ name: 'sampler', stage: 'jobs', run: () => game.sampler.stop() });
  const jobs = await startJobs(game.deps, options.databaseUrl);
  game.setJobDesk(jobs.desk);
  shutdown.addHook({ name: 'jobs', stage: 'jobs', limitMs: JOBS_LIMIT_MS, run: () => jobs.stop() });
  const metricsServer = await startMetricsServer({
    registry: metrics.registry,
    host: config.metricsHost,
    port: config.metricsPort,
    environment: config.environment,
    logger,
  });
  shutdown.addHook({ name: 'metrics', stage: 'storage', run: () => metricsServer.close() });
  return { game, adminCredentials, metricsPort: metricsServer.port };
};

/** A host as a browser on this machine reaches it: under the name everybody types where there is one. */
const nameOf = (host: string): string => {
  if (host === '0.0.0.0' || host === '127.0.0.1') return 'localhost';
  return host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
};
