import type { Database } from '@sw/db';
import type { Logger } from '@sw/service-kit';
import {
  createHealth,
  createLogger,
  createMetrics,
  createOriginAllowList,
  createUuidV7,
} from '@sw/service-kit';
import type { FixedClock } from '@sw/test-kit';
import { fixedClock, seededBytes } from '@sw/test-kit';
import type { FastifyInstance } from 'fastify';
import { createNoteDenied } from '../audit/note-denied.ts';
import { loadConfig } from '../config.ts';
import type { Deps } from '../deps.ts';
import { createAccessTokens } from '../http/access-token.ts';
import { createAddressBlocks } from '../http/address-blocks.ts';
import type { SessionGate } from '../http/authenticate.ts';
import { createSessionGate } from '../http/authenticate.ts';
import { createBind } from '../http/bind-endpoint.ts';
import { createHttp } from '../http/create-http.ts';
import { localLimiters } from '../http/gcra.ts';
import { createRateClasses } from '../http/rate-classes.ts';
import type { Registrar } from '../http/register.ts';
import { createInternalCall } from '../platform/internal-call.ts';
import { deriveKeys } from '../platform/keys.ts';
import { createServiceIdentity } from '../platform/service-identity.ts';
import type { OutboxEvent } from '../realtime/outbox.ts';

export interface TestAppOptions {
  readonly db: Database;
  readonly register: readonly ((registrar: Registrar) => void)[];
  readonly env?: Readonly<Record<string, string>>;
  readonly clock?: FixedClock;
  readonly logger?: Logger;
}

/** Some features behind the real edge, without galaxy, sockets and jobs. */
export interface TestApp {
  readonly app: FastifyInstance;
  readonly deps: Deps;
  readonly gate: SessionGate;
  readonly clock: FixedClock;
  /** Everything that was told after commits. */
  readonly told: OutboxEvent[];
}

export const TEST_ORIGIN = 'http://localhost:8080';

const ENV = {
  ENVIRONMENT: 'test',
  HOST: '127.0.0.1',
  PORT: '8080',
  JWT_SECRET: 'kQ9v-test-only-zT4mWx7rBn2LpHs6YdGf',
  RATE_LIMITS: 'relaxed',
};

/** Two applications over one database must not draw the same secrets. */
let apps = 0;

/** Builds an application of a few features; clock and randomness stand still unless told otherwise. */
export const createTestApp = async (options: TestAppOptions): Promise<TestApp> => {
  apps += 1;
  const config = loadConfig({ ...ENV, ...options.env });
  const clock = options.clock ?? fixedClock();
  const newId = createUuidV7(clock);
  const keys = deriveKeys(config.jwtSecret, config.dataEncryptionKey);
  const told: OutboxEvent[] = [];
  const identity = createServiceIdentity({ config, keys, db: options.db, clock, newId });
  const deps: Deps = {
    config,
    db: options.db,
    clock,
    random: seededBytes(`test-app ${apps}`),
    newId,
    keys,
    identity,
    callInternal: createInternalCall(identity.signer),
    logger: options.logger ?? createLogger({ service: 'test', level: 'error' }),
    metrics: createMetrics(),
    origins: createOriginAllowList({ standalonePort: config.port, adminOrigin: config.adminOrigin }),
    processId: newId(),
    outbox: { committed: (events) => told.push(...events), doubted: () => {} },
    limiter: localLimiters,
    redisState: () => 'off',
    notices: () => ({ maintenance: null, motd: null }),
    refreshNotices: () => Promise.resolve(),
    jobs: {
      runNow: () => Promise.resolve(true),
      nextRunMs: () => null,
    },
    atlas: () => {
      throw new Error('this test has no galaxy');
    },
  };
  const tokens = createAccessTokens(keys, config.accessTokenTtlS);
  const gate = createSessionGate(options.db, tokens, config);
  const { app, clientIp, isHttps } = await createHttp(deps, createHealth());
  const blocks = createAddressBlocks(options.db, deps.logger);
  const bind = createBind({
    app,
    clock,
    authenticate: gate.authenticate,
    verifyService: deps.identity.verify,
    role: config.role,
    enterRegion: async () => {},
    rates: createRateClasses(config.rateLimitFactor, localLimiters),
    metrics: deps.metrics,
    clientIp,
    isHttps,
    maintenance: () => null,
    noteDenied: createNoteDenied(deps),
    blocks,
  });
  for (const register of options.register) register({ bind, deps, tokens, gate, blocks });
  return { app, deps, gate, clock, told };
};
