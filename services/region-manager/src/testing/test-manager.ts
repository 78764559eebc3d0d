import { randomUUID } from 'node:crypto';
import type { Operation, ProvisionRequest } from '@sw/contracts/region-manager';
import { provisionRequest } from '@sw/contracts/region-manager';
import type { Database } from '@sw/db';
import { connect } from '@sw/db';
import type { Environment } from '@sw/service-kit';
import { createServiceSigner, createSilentLogger, createUuidV7 } from '@sw/service-kit';
import type { FixedClock, TestDatabase } from '@sw/test-kit';
import { createTestDatabase } from '@sw/test-kit';
import type { ManagerApp, ManagerAppOptions } from '../app.ts';
import { buildManager } from '../app.ts';
import { loadConfig } from '../config.ts';
import type { Deps } from '../deps.ts';
import { migrateManager } from '../main.ts';
import { createManagerMetrics } from '../manager-metrics.ts';
import { createSealer } from '../platform/sealed.ts';
import { findOperation } from '../store/operations.repository.ts';
import type { RegionRow } from '../store/region-row.ts';
import { findRegion } from '../store/regions.repository.ts';
import type { FakeWorld } from './fake-world.ts';
import { createFakeWorld } from './fake-world.ts';
import type { TestKeys } from './test-settings.ts';
import { createTestKeys, testEnvironment } from './test-settings.ts';

export const OWNER = '01890000-0000-7000-8000-00000000000a';

/** One manager of a test; it can be killed as if its process ended. */
export interface TestManager extends ManagerApp {
  readonly deps: Deps;
  /** Asks with a token of the hub that may manage regions. */
  ask(
    method: string,
    path: string,
    options?: Ask,
  ): Promise<{ status: number; body: Record<string, unknown> }>;
  /** Everything it held is free for others; what it was doing never goes on. */
  kill(): Promise<void>;
}

export interface Ask {
  readonly body?: unknown;
  readonly key?: string;
  readonly token?: string | null;
  readonly scope?: string;
}

/** A database, a world and any number of managers over both. */
export interface TestBench {
  readonly test: TestDatabase;
  readonly world: FakeWorld;
  readonly keys: TestKeys;
  manager(options?: ManagerOptions): Promise<TestManager>;
  region(name: string): Promise<RegionRow>;
  operation(id: string): Promise<OperationOutcome>;
  alerts(): Promise<string[]>;
  stop(): Promise<void>;
}

export interface ManagerOptions extends ManagerAppOptions {
  readonly env?: Environment;
  readonly clock?: FixedClock;
}

export interface OperationOutcome {
  readonly state: Operation['state'];
  readonly step: string | null;
  readonly error: { readonly code: string; readonly step: string } | null;
}

/** Retries come at once: no test waits for a pause. */
const AT_ONCE = (): number => 0;

export const createBench = async (): Promise<TestBench> => {
  const test = await createTestDatabase();
  await migrateManager(test.db);
  const world = await createFakeWorld();
  const keys = createTestKeys();
  const managers: TestManager[] = [];
  return {
    test,
    world,
    keys,
    manager: async (options = {}) => {
      const manager = startTestManager(test, world, keys, options);
      managers.push(manager);
      return manager;
    },
    region: async (name) => {
      const [row] = await findRegion(test.db.sql, name);
      if (row === undefined) throw new Error(`there is no region ${name}`);
      return row;
    },
    operation: async (id) => {
      const [row] = await findOperation(test.db.sql, id);
      if (row === undefined) throw new Error(`there is no operation ${id}`);
      return row;
    },
    alerts: async () =>
      (
        await test.sql<{ kind: string; region: string }[]>`select kind, region from rm.alerts order by 1, 2`
      ).map(({ kind, region }) => `${kind} ${region}`),
    stop: async () => {
      await Promise.all(managers.map((manager) => manager.kill()));
      await world.close();
      await test.drop();
    },
  };
};

const startTestManager = (
  test: TestDatabase,
  world: FakeWorld,
  keys: TestKeys,
  options: ManagerOptions,
): TestManager => {
  const applicationName = `manager_${randomUUID().slice(0, 8)}`;
  const db: Database = connect(test.url, { max: 4, applicationName });
  const config = loadConfig(testEnvironment(keys, test.url, options.env));
  const clock = options.clock ?? Date.now;
  const deps: Deps = {
    config,
    db,
    clock,
    newId: createUuidV7(Date.now),
    logger: createSilentLogger(),
    metrics: createManagerMetrics(),
    driver: world.driver,
    hub: world.hub,
    databases: world.clusters,
    redis: world.redis,
    sealer: createSealer(config.encryptionKey),
    owner: randomUUID(),
  };
  const app = buildManager(deps, { retryDelayMs: AT_ONCE, ...options });
  const signer = createServiceSigner({
    issuer: 'nexus',
    privateKey: keys.hub.privateKey,
    nowMs: clock,
    newId: deps.newId,
  });
  let isKilled = false;
  return {
    ...app,
    deps,
    ask: async (method, path, { body, key, token, scope = 'regions.manage' } = {}) => {
      const bearer = token === undefined ? await signer.mint('region-manager', { scope }) : token;
      const response = await app.app.inject({
        method: method as 'GET',
        url: path,
        headers: {
          ...(bearer === null ? {} : { authorization: `Bearer ${bearer}` }),
          ...(key === undefined ? {} : { 'idempotency-key': key }),
        },
        ...(body === undefined ? {} : { payload: body as object }),
      });
      return { status: response.statusCode, body: response.json() };
    },
    kill: async () => {
      if (isKilled) return;
      isKilled = true;
      // The order matters: once the handle is closed nothing of this manager can write any more.
      await db.close();
      await test.sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = ${applicationName}`;
      await test.sql`update rm.operations set lease_until = null where lease_owner = ${deps.owner}`;
      await test.sql`update rm.leases set lease_until = now() where owner = ${deps.owner}`;
    },
  };
};

/** A request for a region the hub knows and lets its owner have. */
export const wanted = (
  world: FakeWorld,
  name: string,
  more: Partial<ProvisionRequest> = {},
): ProvisionRequest => {
  const request = provisionRequest.parse({
    name,
    displayName: `Region ${name}`,
    ownerUserId: OWNER,
    totalSectors: 100,
    ...more,
  });
  world.registry.set(name, {
    ownerUserId: request.ownerUserId,
    sectors: request.totalSectors,
    entitled: true,
  });
  return request;
};
