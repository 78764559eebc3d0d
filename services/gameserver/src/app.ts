import type { Database } from '@sw/db';
import type { Health, Logger, Metrics } from '@sw/service-kit';
import { AppError, createHealth, createOriginAllowList, createUuidV7 } from '@sw/service-kit';
import type { FastifyInstance } from 'fastify';
import { createNoteDenied } from './audit/note-denied.ts';
import type { GameConfig } from './config.ts';
import type { Deps, JobDesk } from './deps.ts';
import { enterRegion } from './features/journeys/index.ts';
import { createNoticesKeeper } from './features/notices/index.ts';
import type { ProcessSampler } from './features/operations/index.ts';
import { createProcessSampler } from './features/operations/index.ts';
import { registerFeatures } from './features/register-features.ts';
import type { PresentSocketGame } from './features/socket-game.ts';
import { createSocketGame } from './features/socket-game.ts';
import { createAtlasKeeper } from './features/universe/index.ts';
import { createAccessTokens } from './http/access-token.ts';
import { createAddressBlocks } from './http/address-blocks.ts';
import { createSessionGate } from './http/authenticate.ts';
import { createBind } from './http/bind-endpoint.ts';
import { createHttp } from './http/create-http.ts';
import { localLimiters } from './http/gcra.ts';
import { createRateClasses } from './http/rate-classes.ts';
import { createRegionGate } from './http/region-gate.ts';
import { sharedRateLimiters } from './http/shared-rate-limiter.ts';
import type { ClientDirs } from './http/web-apps.ts';
import { registerWebApps } from './http/web-apps.ts';
import type { Clock } from './platform/clock.ts';
import { systemClock } from './platform/clock.ts';
import { createInternalCall } from './platform/internal-call.ts';
import { deriveKeys } from './platform/keys.ts';
import type { RandomBytes } from './platform/random.ts';
import { systemRandom } from './platform/random.ts';
import type { Redis } from './platform/redis/open-redis.ts';
import { maintenanceAt } from './platform/server-notices.ts';
import { createServiceIdentity } from './platform/service-identity.ts';
import { createBusRelay } from './realtime/bus-relay.ts';
import { createFleet } from './realtime/fleet.ts';
import { createHub } from './realtime/hub.ts';
import type { NexusBridge } from './realtime/nexus-bridge.ts';
import { keepForRegions, withBridge } from './realtime/nexus-bridge.ts';
import { createNexusReceiver } from './realtime/nexus-receiver.ts';
import { createNexusSender } from './realtime/nexus-sender.ts';
import { recheckSockets } from './realtime/recheck-sockets.ts';
import type { Relay } from './realtime/relay.ts';
import { createRelay } from './realtime/relay.ts';
import { sampleGauges } from './realtime/sample-gauges.ts';
import { createSharedChannels } from './realtime/shared-channels.ts';
import type { SocketServer } from './realtime/socket-server.ts';
import { createSocketServer } from './realtime/socket-server.ts';

export interface AppOptions {
  readonly config: GameConfig;
  readonly db: Database;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly clientDirs?: ClientDirs;
  readonly clock?: Clock;
  readonly random?: RandomBytes;
  /** How other servers of the installation are called; `fetch` unless given. */
  readonly send?: typeof fetch;
}

/** A game server that has been put together but does not listen. */
export interface GameApp {
  readonly app: FastifyInstance;
  readonly deps: Deps;
  readonly health: Health;
  readonly relay: Relay;
  readonly sockets: SocketServer;
  /** Measures this process for the console; started with the jobs. */
  readonly sampler: ProcessSampler;
  /** Hands over the queue once it runs. */
  setJobDesk(desk: JobDesk): void;
  /** Loads the galaxy; until then game endpoints answer `galaxy_not_ready`. */
  ready(): Promise<void>;
}

const SWEEP_MS = 30_000;
/** Prometheus asks every 15 s or so. */
const SAMPLE_MS = 5_000;

/** Wires edges, features and realtime together without listening, so that tests can inject requests. */
export const buildApp = async (options: AppOptions): Promise<GameApp> => {
  const clock = options.clock ?? systemClock;
  const newId = createUuidV7(clock);
  const processId = newId();
  const keys = deriveKeys(options.config.jwtSecret, options.config.dataEncryptionKey);
  const health = createHealth();
  health.addCheck('database', async () => {
    await options.db.sql`SELECT 1`;
  });
  health.addCheck('galaxy', async () => {
    deps.atlas();
  });
  const redis = await openRedisOf(options, newId);
  const shared =
    redis === undefined
      ? undefined
      : { bus: redis.bus, channels: createSharedChannels(redis.bus, clock, newId) };
  if (redis !== undefined) {
    health.addCheck('redis', async () => {
      if (!redis.bus.isUp()) throw new Error('Redis is down');
    });
  }
  const galaxy = createAtlasKeeper(options.db, options.logger);
  const notices = createNoticesKeeper(options.db, options.logger);
  let jobDesk: JobDesk | undefined;
  const desk = (): JobDesk => {
    if (jobDesk === undefined) throw new AppError('dependency_unavailable');
    return jobDesk;
  };
  let relay: Relay | undefined;
  let sockets: SocketServer | undefined;

  const identity = createServiceIdentity({ ...options, keys, clock, newId });
  const deps: Deps = {
    config: options.config,
    identity,
    callInternal: createInternalCall(identity.signer, options.send),
    db: options.db,
    clock,
    random: options.random ?? systemRandom,
    newId,
    keys,
    logger: options.logger,
    metrics: options.metrics,
    origins: createOriginAllowList({
      frontendUrl: options.config.frontendUrl,
      adminUrl: options.config.adminUrl,
      adminOrigin: options.config.adminOrigin,
      corsAllowedOrigins: options.config.corsAllowedOrigins,
      standalonePort: options.config.port,
    }),
    processId,
    outbox: {
      committed: (events) => relay?.committed(events),
      doubted: () => relay?.doubted(),
    },
    limiter: redis === undefined ? localLimiters : sharedRateLimiters(redis.link, options.metrics),
    redisState: () => {
      if (redis === undefined) return 'off';
      return redis.bus.isUp() ? 'up' : 'down';
    },
    notices: notices.current,
    refreshNotices: notices.refresh,
    jobs: {
      runNow: async (name) => desk().runNow(name),
      nextRunMs: (cron) => jobDesk?.nextRunMs(cron) ?? null,
    },
    atlas: () => {
      const atlas = galaxy.current();
      if (atlas === undefined) throw new AppError('galaxy_not_ready', {}, { retryAfterS: 2 });
      return atlas;
    },
  };

  const tokens = createAccessTokens(keys, options.config.accessTokenTtlS);
  const { regional } = options.config;
  const gate =
    regional === null
      ? createSessionGate(options.db, tokens, options.config)
      : createRegionGate(options.db, regional);
  const hub = createHub({
    clock,
    newId,
    onSessionRevoked: (sessionId, reason) => {
      gate.forget(sessionId);
      sockets?.closeSession(sessionId, reason);
    },
    onHoldingChanged: (userId) => gate.forgetUser(userId),
    onScopesChanged: (userId) => {
      gate.forgetUser(userId);
      sockets?.refreshScopes(userId);
    },
    onSocketClosing: (connectionId) => sockets?.closeConnection(connectionId),
    onNoticesChanged: () => void notices.refresh(),
    onSectorNamed: (sectorId, name) => galaxy.current()?.rename(sectorId, name),
    onRegionsChanged: () => void galaxy.refresh(),
    onEventsDropped: () => relay?.missed(),
    ...(shared === undefined ? {} : { shared: shared.channels }),
  });
  const socketGame: PresentSocketGame = createSocketGame(deps, () => fleet);
  const fleet = createFleet({
    db: options.db,
    processId,
    clock,
    sockets: hub.socketsByPlayer,
    onLost: socketGame.lost,
  });
  const relayParts = {
    db: options.db,
    hub,
    fleet,
    clock,
    logger: options.logger,
    metrics: options.metrics,
    catchUp: async () => {
      gate.forgetAll();
      await notices.refresh();
      await galaxy.catchUp();
      await recheckSockets(hub, socketGame);
    },
  };
  const bridge = await openBridgeOf(options, deps);
  const isHub = options.config.regional === null;
  const ownRelay =
    shared === undefined
      ? createRelay({ ...relayParts, processId })
      : createBusRelay({
          ...relayParts,
          ...shared,
          alsoKeep: bridge !== undefined && isHub ? keepForRegions : () => [],
        });
  relay = bridge === undefined ? ownRelay : withBridge(ownRelay, bridge);

  const { app, clientIp, isHttps } = await createHttp(deps, health);
  const rates = createRateClasses(options.config.rateLimitFactor, deps.limiter);
  const blocks = createAddressBlocks(options.db, deps.logger);
  const bind = createBind({
    app,
    clock,
    authenticate: gate.authenticate,
    verifyService: deps.identity.verify,
    role: options.config.role,
    enterRegion: (regionName, caller) => enterRegion(deps, regionName, caller),
    rates,
    metrics: options.metrics,
    clientIp,
    isHttps,
    noteDenied: createNoteDenied(deps),
    blocks,
    maintenance: (nowMs) => maintenanceAt(notices.current(), nowMs),
  });
  const registrar = { bind, deps, tokens, gate, blocks };
  registerFeatures(registrar, app, health, hub);
  await registerWebApps(app, options.clientDirs ?? {}, {
    apiBase: '/api/v1',
    socketPath: '/api/v1/ws/connect',
    environment: options.config.environment,
    build: options.config.build.commit,
  });

  sockets = createSocketServer({
    hub,
    game: socketGame,
    clock,
    newId,
    random: deps.random,
    origins: deps.origins,
    clientIp,
    isDraining: () => health.isDraining(),
    logger: options.logger,
    metrics: options.metrics,
    rateFactor: options.config.rateLimitFactor,
    attempts: rates.address.anon,
  });
  const upgrades = sockets;
  app.server.on('upgrade', (request, socket, head) => upgrades.handleUpgrade(request, socket, head));
  const sweep = setInterval(() => upgrades.sweep(), SWEEP_MS).unref();
  const sampling = setInterval(() => sampleGauges(options.metrics, options.db, hub), SAMPLE_MS).unref();
  app.addHook('preClose', async () => {
    clearInterval(sweep);
    clearInterval(sampling);
    galaxy.stop();
    await upgrades.stop(0);
  });

  return {
    app,
    deps,
    health,
    relay,
    sockets,
    sampler: createProcessSampler({ ...deps, hub }),
    setJobDesk: (given) => {
      jobDesk = given;
    },
    ready: async () => {
      const beganMs = performance.now();
      const atlas = await galaxy.load();
      const durationMs = Math.round(performance.now() - beganMs);
      options.logger.info({ regions: atlas.regions.length, durationMs }, 'galaxy.loaded');
    },
  };
};

/** What connects this server with those of other regions, where they share a redis-nexus. */
const openBridgeOf = async (
  { config, db, logger, metrics }: AppOptions,
  { clock, outbox, processId }: Deps,
): Promise<NexusBridge | undefined> => {
  if (config.redisNexusUrl === undefined) return undefined;
  const { openNexusStreams } = await import('./platform/redis/open-redis.ts');
  const streams = await openNexusStreams({ url: config.redisNexusUrl, logger, metrics });
  if (config.regional === null) return createNexusSender({ db, streams, logger });
  const { regionName } = config.regional;
  return createNexusReceiver({ db, streams, regionName, processId, outbox, clock, logger });
};

/** The Redis of this installation. Its client is loaded only where there is one: it takes room in memory. */
const openRedisOf = async (
  { config, logger, metrics }: AppOptions,
  newId: () => string,
): Promise<Redis | undefined> => {
  if (config.redisUrl === undefined) return undefined;
  const { openRedis } = await import('./platform/redis/open-redis.ts');
  return openRedis({ url: config.redisUrl, prefix: config.redisPrefix, newId, logger, metrics });
};
