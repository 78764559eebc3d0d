import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { ManagedRegionDetail, Operation } from '@sw/contracts/region-manager';
import { createServiceSigner } from '@sw/service-kit';
import type { TestDatabase } from '@sw/test-kit';
import { createTestDatabase } from '@sw/test-kit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databaseOf, roleOf } from './names.ts';
import type { StrictHub } from './testing/strict-hub.ts';
import { startStrictHub } from './testing/strict-hub.ts';
import { OWNER } from './testing/test-manager.ts';
import { createTestKeys, testEnvironment } from './testing/test-settings.ts';

/* The real program, real databases, and the real game server as a process of this host. */

const CLI = fileURLToPath(new URL('cli.ts', import.meta.url));
const NAME = `kepler-${randomBytes(3).toString('hex')}`;
const PORTS = 24_000 + (process.pid % 300) * 10;
const MANAGER_PORT = PORTS + 9;
const POLL_MS = 50;
const ZONES = (
  [
    ['federation', 1, 33, 9],
    ['border', 34, 66, 5],
    ['frontier', 67, 100, 1],
  ] as const
).map(([kind, startNumber, endNumber, policing]) => ({
  ...{ kind, name: kind, startNumber, endNumber, policing, danger: 9 - policing },
}));
const keys = createTestKeys();
let test: TestDatabase;
let hub: StrictHub;
let stateDir: string;
let manager: ChildProcess;

const startManager = async (): Promise<void> => {
  const env = testEnvironment(keys, test.url, {
    NEXUS_URL: hub.url,
    REGION_DRIVER: 'process',
    REGION_IMAGE_DIGEST: undefined,
    REGION_STATE_DIR: stateDir,
    REGION_PORT_RANGE: `${PORTS}-${PORTS + 8}`,
    PORT: String(MANAGER_PORT),
    PATH: process.env['PATH'],
  });
  manager = spawn(process.execPath, [CLI], { env, stdio: ['ignore', 'inherit', 'inherit'] });
  await until(
    async () => (await fetch(`http://127.0.0.1:${MANAGER_PORT}/health`).catch(() => null))?.status === 200,
  );
};

/** As a power cut; whoever comes next need not wait for its leases to run out. */
const killManager = async (): Promise<void> => {
  const ended = once(manager, 'exit');
  manager.kill('SIGKILL');
  await ended;
  await test.sql`update rm.operations set lease_until = null`;
};

const until = async (isTrue: () => Promise<boolean>): Promise<void> => {
  for (let tries = 0; tries < 1_000; tries += 1) {
    if (await isTrue()) return;
    await wait(POLL_MS);
  }
  throw new Error('it never came true');
};

const signer = createServiceSigner({
  issuer: 'nexus',
  privateKey: keys.hub.privateKey,
  nowMs: Date.now,
  newId: () => crypto.randomUUID(),
});

const ask = async <T>(method: string, path: string, body?: object): Promise<T> => {
  const token = await signer.mint('region-manager', { scope: 'regions.manage' });
  const response = await fetch(`http://127.0.0.1:${MANAGER_PORT}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      'idempotency-key': crypto.randomUUID(),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return (await response.json()) as T;
};

/** Until it ended, or stands at a step. */
const follow = async (id: string, step?: string): Promise<Operation> => {
  let operation: Operation | undefined;
  await until(async () => {
    operation = await ask<Operation>('GET', `/operations/${id}`);
    return operation.state === 'succeeded' || operation.state === 'failed' || operation.step === step;
  });
  if (operation === undefined) throw new Error('there is no operation');
  return operation;
};

beforeAll(async () => {
  test = await createTestDatabase();
  stateDir = mkdtempSync(join(tmpdir(), 'sw-regions-'));
  const certificate = {
    ...{ id: crypto.randomUUID(), name: NAME, code: 'KEP', title: 'Kepler', status: 'provisioning' },
    ...{ sectorCount: 100, firstSectorId: 5301, seed: 'kepler', generatorVersion: 1 },
    ...{ map: { x: 10, y: 0, z: 10 }, zones: ZONES, ownerUserId: OWNER, entitled: true },
  };
  hub = await startStrictHub(keys.manager.publicPem, new Map([[NAME, certificate]]));
  await startManager();
});

afterAll(async () => {
  await killManager();
  await hub.close();
  await test.drop();
  rmSync(stateDir, { recursive: true, force: true });
});

describe('a manager and its game servers', () => {
  it('makes a region although it is killed in the middle, and it is whole', { timeout: 90_000 }, async () => {
    const { operationId } = await ask<{ operationId: string }>('POST', '/regions/provision', {
      ...{ name: NAME, displayName: 'Kepler', ownerUserId: OWNER, totalSectors: 100 },
      resources: { cpuCores: 1, memoryGb: 2, diskGb: 10 },
    });
    await follow(operationId, 'generate');
    await killManager();
    await startManager();
    expect(await follow(operationId)).toMatchObject({ state: 'succeeded', error: null });
    const region = await ask<ManagedRegionDetail>('GET', `/regions/${NAME}`);
    expect(region).toMatchObject({ state: 'active', driver: 'process' });
    expect(hub.attached.get(NAME)).toMatchObject({ endpoint: region.endpoint, sectors: 100 });
  });

  it('leaves its servers running when it dies, and knows them again', { timeout: 60_000 }, async () => {
    const { endpoint } = await ask<ManagedRegionDetail>('GET', `/regions/${NAME}`);
    await killManager();
    expect((await fetch(`${endpoint}/ready`)).status).toBe(200);
    await startManager();
    const { operationId } = await ask<{ operationId: string }>('POST', `/regions/${NAME}/scale`, {
      ...{ cpuCores: 2, memoryGb: 3 },
    });
    expect(await follow(operationId)).toMatchObject({ state: 'succeeded' });
    expect((await fetch(`${endpoint}/ready`)).status).toBe(200);
  });

  it('takes everything away again', { timeout: 60_000 }, async () => {
    const { endpoint } = await ask<ManagedRegionDetail>('GET', `/regions/${NAME}`);
    const { operationId } = await ask<{ operationId: string }>(
      'DELETE',
      `/regions/${NAME}?mode=purge&isImmediate=true`,
    );
    expect(await follow(operationId)).toMatchObject({ state: 'succeeded', error: null });
    expect(hub.attached.has(NAME)).toBe(false);
    await expect(fetch(`${endpoint}/health`)).rejects.toThrow();
    expect(await test.sql`select 1 from pg_database where datname = ${databaseOf(NAME)}`).toHaveLength(0);
    expect(await test.sql`select 1 from pg_roles where rolname = ${roleOf(NAME)}`).toHaveLength(0);
    expect(existsSync(join(stateDir, NAME)) || readdirSync(stateDir).length > 0).toBe(false);
  });
});
