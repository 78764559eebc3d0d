import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createTestDatabase } from '@sw/test-kit';
import { describe, expect, it } from 'vitest';
import { migrateManager } from '../../main.ts';
import { putRegion } from '../../store/regions.repository.ts';
import type { DriverStage } from '../../testing/driver-contract.ts';
import { driverContract } from '../../testing/driver-contract.ts';
import { OWNER } from '../../testing/test-manager.ts';
import { createProcessDriver } from './process-driver.ts';
import { serverFolder } from './server-folder.ts';

const PROGRAM = fileURLToPath(new URL('../../testing/tiny-server.ts', import.meta.url));
const FIRST_PORT = 21_000 + Math.floor((process.pid % 2_000) / 10) * 10;

const openStage = async (): Promise<DriverStage & { readonly stateDir: string }> => {
  const test = await createTestDatabase();
  await migrateManager(test.db);
  await test.db.write((sql) =>
    ['kepler-22', 'vega'].map((name) =>
      putRegion(sql, {
        ...{ name, displayName: name, ownerUserId: OWNER, subscriptionId: null, driver: 'process' as const },
        ...{ totalSectors: 100, maxPlayers: 100, seed: null },
        resources: { cpuCores: 1, memoryGb: 2, diskGb: 10 },
      }),
    ),
  );
  const stateDir = mkdtempSync(join(tmpdir(), 'sw-regions-'));
  const config = { kind: 'process', stateDir, ports: { first: FIRST_PORT, last: FIRST_PORT + 9 } } as const;
  const again = () => createProcessDriver({ db: test.db, config, program: PROGRAM });
  const driver = again();
  return {
    driver,
    stateDir,
    imageDigest: null,
    again,
    stop: async () => {
      for (const { name } of await driver.list()) await driver.remove(name, { keepData: false });
      rmSync(stateDir, { recursive: true, force: true });
      await test.drop();
    },
  };
};

describe('the process driver', () => driverContract(openStage));

describe('servers as processes', () => {
  const spec = {
    name: 'vega',
    resources: { cpuCores: 1, memoryGb: 2, diskGb: 10 },
    imageDigest: null,
    env: { REGION_NAME: 'vega' },
    secrets: { DATABASE_URL: 'postgres://x', REGION_CERTIFICATE: '{}' },
  };

  it('are found again when the manager died before it wrote down which process it was', async () => {
    const stage = await openStage();
    try {
      await stage.driver.prepare(spec);
      await stage.driver.ensureStarted(spec);
      const before = await stage.driver.stats('vega');
      serverFolder(stage.stateDir, 'vega').forgetRecord();
      const later = stage.again();
      expect(await later.list()).toEqual([{ name: 'vega', isRunning: true }]);
      await later.ensureStarted(spec);
      expect((await later.stats('vega'))?.run).toBe(before?.run);
      expect(serverFolder(stage.stateDir, 'vega').readRecord()?.pid).toBeGreaterThan(0);
    } finally {
      await stage.stop();
    }
  });

  it('keep secrets in files of their own user, and get ports nobody else has', async () => {
    const stage = await openStage();
    try {
      await stage.driver.prepare(spec);
      await stage.driver.prepare({ ...spec, name: 'kepler-22' });
      const file = serverFolder(stage.stateDir, 'vega').secretPath('DATABASE_URL');
      expect(statSync(file).mode & 0o777).toBe(0o600);
      expect(statSync(join(stage.stateDir, 'vega')).mode & 0o777).toBe(0o700);
      const endpoints = await Promise.all(['vega', 'kepler-22'].map((name) => stage.driver.endpoint(name)));
      expect(new Set(endpoints).size).toBe(2);
    } finally {
      await stage.stop();
    }
  });
});
