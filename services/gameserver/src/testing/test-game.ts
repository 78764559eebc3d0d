import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import type { ConnectOptions, Database } from '@sw/db';
import { connect } from '@sw/db';
import type { Logger } from '@sw/service-kit';
import { createMetrics, createSilentLogger, createUuidV7 } from '@sw/service-kit';
import type { FixedClock, TestDatabase } from '@sw/test-kit';
import { createGameDatabase, fixedClock, seededBytes } from '@sw/test-kit';
import type { GameApp } from '../app.ts';
import { buildApp } from '../app.ts';
import { loadConfig } from '../config.ts';
import { ensureGalaxy } from '../features/universe/index.ts';
import type { ClientDirs } from '../http/web-apps.ts';
import { TestPlayer } from './test-player.ts';

export interface TestGameOptions {
  /** The Central Nexus takes seconds to make; most tests need only Terran Space. */
  readonly withNexus?: boolean;
  readonly seed?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly clock?: FixedClock;
  readonly logger?: Logger;
  readonly clientDirs?: ClientDirs;
  /** How other servers of the installation are called. */
  readonly send?: typeof fetch;
  readonly connect?: ConnectOptions;
  /** Puts something between the server and its database. */
  readonly wrapDatabase?: (db: Database) => Database;
}

/** One game-server process over the database of a test game, its clock in the hands of the test. */
export interface TestServer extends GameApp {
  readonly db: Database;
  readonly clock: FixedClock;
  /** Listens on a free loopback port; the base address without a path. */
  listen(): Promise<string>;
  /** Signs up a user whose first login is open. */
  register(username: string): Promise<TestPlayer>;
  /** Signs up a player, docked where everybody begins. */
  join(callsign: string): Promise<TestPlayer>;
  stop(): Promise<void>;
}

export interface TestGame extends TestServer {
  readonly database: TestDatabase;
  /** Another process over the same database and clock, with connections of its own. */
  addServer(options?: Pick<TestGameOptions, 'env' | 'clock' | 'logger'>): Promise<TestServer>;
}

/** The port the listed origins of a test server name; nothing listens there. */
export const TEST_PORT = 8080;

const ENV = {
  ENVIRONMENT: 'test',
  HOST: '127.0.0.1',
  PORT: String(TEST_PORT),
  JWT_SECRET: 'kQ9v-test-only-zT4mWx7rBn2LpHs6YdGf',
  RATE_LIMITS: 'relaxed',
};

/**
 * The whole game over a database of its own: every feature, a generated galaxy, no jobs. The relay is
 * started, because sockets and two processes need it; the clock stands still unless it is told otherwise.
 */
export const createTestGame = async (options: TestGameOptions = {}): Promise<TestGame> => {
  const database = await createGameDatabase(
    options.connect === undefined ? {} : { connect: options.connect },
  );
  const clock = options.clock ?? fixedClock();
  await ensureGalaxy(database.db, {
    seed: options.seed ?? 'test galaxy',
    isNexusEnabled: options.withNexus === true,
    nowMs: clock(),
    newId: createUuidV7(clock),
    onProgress: () => {},
  });
  const first = await startServer(database.db, { ...options, clock });
  const others: TestServer[] = [];
  return {
    ...first,
    database,
    addServer: async (more = {}) => {
      const db = connect(database.url, { max: 5, ...options.connect });
      const server = await startServer(db, { ...options, clock, ...more });
      const stop = async (): Promise<void> => {
        await server.stop();
        await db.close();
      };
      others.push({ ...server, stop });
      return { ...server, stop };
    },
    stop: async () => {
      for (const other of others) await other.stop();
      await first.stop();
      await database.drop();
    },
  };
};

/** Two servers over one database must not draw the same secrets. */
let servers = 0;

const startServer = async (
  db: Database,
  options: TestGameOptions & { readonly clock: FixedClock },
): Promise<TestServer> => {
  servers += 1;
  const game = await buildApp({
    config: loadConfig({ ...ENV, ...options.env }),
    db: options.wrapDatabase?.(db) ?? db,
    clock: options.clock,
    random: seededBytes(`test-game ${servers}`),
    logger: options.logger ?? createSilentLogger(),
    metrics: createMetrics(),
    ...(options.clientDirs === undefined ? {} : { clientDirs: options.clientDirs }),
    ...(options.send === undefined ? {} : { send: options.send }),
  });
  await game.ready();
  await game.relay.start();
  let isStopped = false;
  const register = async (username: string): Promise<TestPlayer> => {
    const response = await game.app.inject({
      method: 'POST',
      url: '/api/v1/auth/register',
      payload: { username, password: `pass of ${randomUUID()}`, delivery: 'body' },
    });
    if (response.statusCode !== 201) throw new Error(`could not register ${username}: ${response.body}`);
    const { accessToken, user } = response.json<{ accessToken: string; user: { id: string } }>();
    return new TestPlayer(game.app, accessToken, user.id);
  };
  return {
    ...game,
    db,
    clock: options.clock,
    listen: async () => {
      await game.app.listen({ host: '127.0.0.1', port: 0 });
      return `http://127.0.0.1:${(game.app.server.address() as AddressInfo).port}`;
    },
    register,
    join: async (callsign) => {
      const player = await register(callsign);
      await player.ok('completeFirstLogin', { body: { callsign, shipName: 'Grey Heron' } });
      return player;
    },
    stop: async () => {
      if (isStopped) return;
      isStopped = true;
      game.sockets.drain();
      await game.app.close();
      await game.relay.stop();
    },
  };
};
