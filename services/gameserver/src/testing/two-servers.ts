import type { Database } from '@sw/db';
import { createMetrics, createServiceSigner, createSilentLogger, createUuidV7 } from '@sw/service-kit';
import type { FixedClock, TestDatabase } from '@sw/test-kit';
import { createGameDatabase, fixedClock } from '@sw/test-kit';
import type { GameApp } from '../app.ts';
import { buildApp } from '../app.ts';
import type { GameConfig } from '../config.ts';
import { loadConfig } from '../config.ts';
import { attachRegion, ensureRegionWorld, followHub, readCertificate } from '../features/regions/index.ts';
import { createInternalCall } from '../platform/internal-call.ts';
import { orderRegion, regionRequest, untilRegion } from './make-region.ts';
import { newKeys, regionEnv } from './role-env.ts';
import type { TestGame } from './test-game.ts';
import { createTestGame } from './test-game.ts';
import type { TestPlayer } from './test-player.ts';

/** The server of one region over a database of its own. */
export interface RegionServer extends GameApp {
  readonly url: string;
  stop(): Promise<void>;
}

/** A hub and the server of a region, each over its own database, talking over HTTP on loopback. */
export interface TwoServers {
  readonly hub: TestGame;
  readonly hubUrl: string;
  readonly region: RegionServer;
  readonly regionDatabase: TestDatabase;
  readonly clock: FixedClock;
  readonly founder: TestPlayer;
  /** Stops the region's process and starts another one over the same database, at the same address. */
  restartRegion(): Promise<void>;
  stop(): Promise<void>;
}

export interface TwoServerOptions {
  /** Stands between the servers; everything they tell each other passes through it. */
  readonly send?: typeof fetch;
  /** Stands between either server and its database. */
  readonly wrapDatabase?: (db: Database) => Database;
}

export const REGION = 'kepler';

/** Starts both, with a region of 100 sectors that is attached to the Nexus. */
export const startTwoServers = async (options: TwoServerOptions = {}): Promise<TwoServers> => {
  const clock = fixedClock();
  const hub = await createTestGame({
    withNexus: true,
    clock,
    env: { REGION_MANAGER_URL: 'http://127.0.0.1:9', PUBLIC_REGION_BASE: '{endpoint}/api/v1' },
    ...(options.send === undefined ? {} : { send: options.send }),
    ...(options.wrapDatabase === undefined ? {} : { wrapDatabase: options.wrapDatabase }),
  });
  const hubUrl = await hub.listen();
  const founder = await hub.join('founder');
  await orderRegion(hub, { ...regionRequest(REGION, founder.userId) });
  const certificate = await readCertificate(hub.deps, REGION);

  const own = newKeys();
  const hubPem = hub.deps.keys.verifying.export({ type: 'spki', format: 'pem' }).toString();
  const config = loadConfig({
    ENVIRONMENT: 'test',
    HOST: '127.0.0.1',
    PORT: '8080',
    RATE_LIMITS: 'relaxed',
    FRONTEND_URL: 'http://localhost:8080',
    ...regionEnv(hubPem, own.privatePem),
    NEXUS_URL: hubUrl,
    REGION_CERTIFICATE: JSON.stringify(certificate),
  });
  const regionDatabase = await createGameDatabase();
  await makeWorld(regionDatabase, config, clock);
  let region = await startRegion(regionDatabase, config, clock, 0, options);
  await attachRegion(
    hub.deps,
    REGION,
    {
      endpoint: region.url,
      gatewaySectorNumber: await gatewayOf(regionDatabase),
      sectors: 100,
      servicePublicKey: own.publicPem,
    },
    clock(),
  );
  await untilRegion(hub, (found) => found?.isRemote === true, REGION);
  await followHub(region.deps, clock());
  await untilLinked(region);

  return {
    hub,
    hubUrl,
    get region() {
      return region;
    },
    regionDatabase,
    clock,
    founder,
    restartRegion: async () => {
      const port = Number(new URL(region.url).port);
      await region.stop();
      region = await startRegion(regionDatabase, config, clock, port, options);
    },
    stop: async () => {
      await region.stop();
      await regionDatabase.drop();
      await hub.stop();
    },
  };
};

const makeWorld = async (database: TestDatabase, config: GameConfig, clock: FixedClock): Promise<void> => {
  const { regional } = config;
  if (regional === null) throw new Error('not the settings of a region');
  const newId = createUuidV7(clock);
  const signer = createServiceSigner({
    issuer: `region:${regional.regionName}`,
    privateKey: regional.serviceKey,
    nowMs: clock,
    newId,
  });
  await ensureRegionWorld(database.db, {
    settings: regional,
    call: createInternalCall(signer),
    nowMs: clock(),
    newId,
    onProgress: () => {},
  });
};

const gatewayOf = async ({ sql }: TestDatabase): Promise<number> => {
  const [row] = await sql<{ number: number }[]>`
    SELECT s.number FROM regions r JOIN sectors s ON s.id = r.gateway_sector_id WHERE r.name = ${REGION}`;
  return row?.number ?? 0;
};

const startRegion = async (
  database: TestDatabase,
  config: GameConfig,
  clock: FixedClock,
  port: number,
  { send, wrapDatabase }: TwoServerOptions,
): Promise<RegionServer> => {
  const game = await buildApp({
    config,
    db: wrapDatabase?.(database.db) ?? database.db,
    clock,
    logger: createSilentLogger(),
    metrics: createMetrics(),
    ...(send === undefined ? {} : { send }),
  });
  await game.ready();
  await game.relay.start();
  const url = await game.app.listen({ host: '127.0.0.1', port });
  return {
    ...game,
    url,
    stop: async () => {
      game.sockets.drain();
      await game.app.close();
      await game.relay.stop();
    },
  };
};

const untilLinked = async ({ deps }: GameApp): Promise<void> => {
  for (let i = 0; i < 400; i++) {
    if (deps.atlas().regions.some(({ isRemote }) => isRemote)) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('the region was not linked');
};
