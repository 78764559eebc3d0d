import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Database } from '@sw/db';
import { checkDatabase, connect, migrate } from '@sw/db';
import type { Environment, Logger, Shutdown } from '@sw/service-kit';
import {
  createLogger,
  createServiceSigner,
  createShutdown,
  createUuidV7,
  StartupError,
  startMetricsServer,
} from '@sw/service-kit';
import { buildManager } from './app.ts';
import { createRegionDatabases } from './clusters/region-database.ts';
import type { ManagerConfig } from './config.ts';
import { loadConfig } from './config.ts';
import type { Deps } from './deps.ts';
import { createDriver } from './drivers/create-driver.ts';
import { createHttpHubClient } from './hub/http-hub-client.ts';
import { createManagerMetrics } from './manager-metrics.ts';
import { systemClock } from './platform/clock.ts';
import { createSealer } from './platform/sealed.ts';
import { createRegionRedis } from './redis/region-redis.ts';

export const MIGRATIONS_DIR = fileURLToPath(new URL('../migrations', import.meta.url));
/** Schema of everything the manager stores in the database of the hub. */
export const SCHEMA = 'rm';

/** Steps under way get this long to reach a point where they can be left. */
const ENGINE_LIMIT_MS = 10_000;

export interface RunningManager {
  readonly port: number;
  stop(reason: string): Promise<boolean>;
}

/** Brings the manager's part of the database to the newest schema. */
export const migrateManager = (db: Database): Promise<string[]> =>
  migrate(db, MIGRATIONS_DIR, { schema: SCHEMA });

/**
 * Starts a region-manager: schema, API, engine and monitor.
 *
 * @throws StartupError with one sentence when it cannot.
 */
export const startManager = async (env: Environment): Promise<RunningManager> => {
  const config = loadConfig(env);
  const logger = createLogger({ service: 'region-manager', level: config.logLevel });
  const shutdown = createShutdown(logger);
  try {
    const port = await startParts(config, logger, shutdown);
    logger.info({ port, driver: config.driver.kind, environment: config.environment }, 'manager.started');
    return { port, stop: (reason) => shutdown.run(reason) };
  } catch (error) {
    await shutdown.run('failed start');
    throw error;
  }
};

const startParts = async (config: ManagerConfig, logger: Logger, shutdown: Shutdown): Promise<number> => {
  await checkDatabase(config.databaseUrl);
  const deps = createDeps(config, logger);
  shutdown.addHook({ name: 'database', stage: 'storage', run: () => deps.db.close() });
  shutdown.addHook({ name: 'driver', stage: 'storage', run: () => deps.driver.close() });
  const applied = await migrateManager(deps.db);
  logger.info({ applied }, 'database.migrated');

  const manager = buildManager(deps);
  shutdown.addHook({ name: 'http', stage: 'requests', run: () => manager.app.close() });
  shutdown.addHook({ name: 'monitor', stage: 'jobs', run: () => manager.monitor.stop() });
  shutdown.addHook({
    name: 'engine',
    stage: 'jobs',
    limitMs: ENGINE_LIMIT_MS,
    run: () => manager.engine.stop(),
  });
  const metricsServer = await startMetricsServer({
    registry: deps.metrics.registry,
    host: config.metricsHost,
    port: config.metricsPort,
    environment: config.environment,
    logger,
  });
  shutdown.addHook({ name: 'metrics', stage: 'storage', run: () => metricsServer.close() });
  const port = await listen(manager.app, config);
  manager.engine.start();
  manager.monitor.start();
  return port;
};

const createDeps = (config: ManagerConfig, logger: Logger): Deps => {
  const db = connect(config.databaseUrl, {
    max: config.poolSize,
    applicationName: 'sectorwars-region-manager',
  });
  const newId = createUuidV7(systemClock);
  const signer = createServiceSigner({
    issuer: 'region-manager',
    privateKey: config.keys.own,
    nowMs: systemClock,
    newId,
  });
  return {
    config,
    db,
    clock: systemClock,
    newId,
    logger,
    metrics: createManagerMetrics({ withProcessMetrics: true }),
    driver: createDriver(config.driver, { db, logger }),
    hub: createHttpHubClient(config.nexusUrl, signer),
    databases: createRegionDatabases(config.clusters),
    redis:
      config.redisUrl === undefined
        ? null
        : createRegionRedis({ url: config.redisUrl, nexusUrl: config.redisNexusUrl }),
    sealer: createSealer(config.encryptionKey),
    owner: randomUUID(),
  };
};

const listen = async (
  app: { listen(options: { host: string; port: number }): Promise<string> },
  { host, port }: ManagerConfig,
): Promise<number> => {
  try {
    return Number(new URL(await app.listen({ host, port })).port);
  } catch (cause) {
    if ((cause as { code?: string }).code !== 'EADDRINUSE') throw cause;
    throw new StartupError(`Port ${port} is in use by another process; set PORT to another number.`, {
      cause,
    });
  }
};
