import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RegionDriver, ServerSpec } from '../drivers/driver.ts';

/** A driver of a test, and what runs behind it. */
export interface DriverStage {
  readonly driver: RegionDriver;
  readonly imageDigest: string | null;
  /** The same driver as a manager started anew would make it. */
  again(): RegionDriver;
  stop(): Promise<void>;
}

interface Seen {
  readonly pid: number;
  readonly name: string;
  readonly secret: string;
  readonly variables: readonly string[];
  readonly values: readonly string[];
  readonly uid: number;
}

const NAME = 'kepler-22';
const PASSWORD = 'postgres://kepler:very-secret-indeed@db/kepler';

/** What every driver must do; the server behind it is `tiny-server.ts`. Call it inside a `describe`. */
export const driverContract = (open: () => Promise<DriverStage>): void => {
  let stage: DriverStage;
  let driver: RegionDriver;
  beforeAll(async () => {
    stage = await open();
    ({ driver } = stage);
  });
  afterAll(() => stage.stop());

  const spec = (more: Partial<ServerSpec> = {}): ServerSpec => ({
    name: NAME,
    resources: { cpuCores: 1, memoryGb: 2, diskGb: 10 },
    imageDigest: stage.imageDigest,
    env: { REGION_NAME: NAME },
    secrets: { DATABASE_URL: PASSWORD, REGION_CERTIFICATE: '{}' },
    ...more,
  });
  const ask = async (path = '/'): Promise<Seen> => {
    for (let tries = 0; ; tries += 1) {
      const address = await driver.probeAddress(NAME);
      const response = address === null ? null : await fetch(`${address}${path}`).catch(() => null);
      if (response !== null) return (await response.json()) as Seen;
      if (tries > 200) throw new Error('the server does not answer');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const signal = new AbortController().signal;

  it('answers that it works', () => driver.check());

  it('knows of nothing before anything was made', async () => {
    expect(await driver.list()).toEqual([]);
    expect(await driver.stats(NAME)).toBeNull();
    await driver.stop(NAME, 0);
    await driver.remove(NAME, { keepData: false });
  });

  it('prepares twice as well as once, and runs programs to their end', async () => {
    await driver.prepare(spec());
    await driver.prepare(spec());
    expect(await driver.runOnce(spec(), 'migrate', signal)).toEqual({
      exitCode: 0,
      output: `migrated ${NAME}`,
    });
    const broken = spec({ secrets: { DATABASE_URL: PASSWORD, REGION_CERTIFICATE: '{"broken":true}' } });
    await driver.prepare(broken);
    expect(await driver.runOnce(broken, 'generate', signal)).toEqual({
      exitCode: 3,
      output: 'ENOSPC: no space left on device',
    });
    await driver.prepare(spec());
  });

  it('starts a server that has its secrets as files only', async () => {
    await driver.ensureStarted(spec());
    const seen = await ask();
    expect(seen).toMatchObject({ name: NAME, secret: PASSWORD });
    expect(seen.variables).toContain('DATABASE_URL_FILE');
    expect(seen.values.filter((value) => value.includes('very-secret'))).toEqual([]);
    expect(await driver.list()).toEqual([{ name: NAME, isRunning: true }]);
    expect(await driver.endpoint(NAME)).toMatch(/^http:\/\/(?:127\.0\.0\.1|region-kepler-22-server):\d+$/);
  });

  it('leaves a server alone that runs as it should, also after the manager was started anew', async () => {
    const before = await driver.stats(NAME);
    await driver.ensureStarted(spec());
    await stage.again().ensureStarted(spec());
    const after = await stage.again().stats(NAME);
    expect(after?.run).toBe(before?.run);
    expect(await stage.again().list()).toEqual([{ name: NAME, isRunning: true }]);
  });

  it('measures what it uses', async () => {
    const before = await driver.stats(NAME);
    await ask('/burn');
    await ask('/grow');
    const after = await driver.stats(NAME);
    expect(after?.cpuSeconds).toBeGreaterThan(before?.cpuSeconds ?? Number.NaN);
    expect(after?.memoryBytes).toBeGreaterThan((before?.memoryBytes ?? Number.NaN) + 30 * 1024 * 1024);
  });

  it('gives it other resources, and it still answers', async () => {
    await driver.updateResources(spec({ resources: { cpuCores: 2, memoryGb: 3, diskGb: 10 } }));
    expect(await ask()).toMatchObject({ name: NAME });
  });

  it('replaces a server that runs with other settings', async () => {
    const before = await driver.stats(NAME);
    const other = spec({ env: { REGION_NAME: NAME, LOG_LEVEL: 'debug' } });
    await driver.ensureStarted(other);
    expect((await ask()).variables).toContain('LOG_LEVEL');
    expect((await driver.stats(NAME))?.run).not.toBe(before?.run);
  });

  it('stops in order, starts again, and removes; each as often as it is told', async () => {
    await driver.stop(NAME, 10_000);
    await driver.stop(NAME, 10_000);
    expect((await driver.list()).filter(({ isRunning }) => isRunning)).toEqual([]);
    expect(await driver.stats(NAME)).toBeNull();
    await driver.ensureStarted(spec());
    expect(await ask()).toMatchObject({ name: NAME });
    await driver.remove(NAME, { keepData: true });
    await driver.remove(NAME, { keepData: false });
    await driver.remove(NAME, { keepData: false });
    expect(await driver.list()).toEqual([]);
  });
};
