import { fixedClock } from '@sw/test-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TestBench, TestManager } from '../testing/test-manager.ts';
import { createBench, wanted } from '../testing/test-manager.ts';

const GB = 1024 ** 3;
const STEP_S = 30;
const clock = fixedClock();
let bench: TestBench;
let manager: TestManager;

beforeAll(async () => {
  bench = await createBench();
  manager = await bench.manager({
    clock,
    env: { HOST_CPU_BUDGET: '20', HOST_MEMORY_BUDGET_GB: '40', READY_TIMEOUT_S: '2' },
  });
  await manager.orders.provision(wanted(bench.world, 'watched'), null);
  await manager.engine.drain();
});
afterAll(() => bench.stop());
beforeEach(() => bench.world.calls.splice(0));

let cpuSeconds = 0;
/** Thirty seconds with a load, then a look and whatever it orders. */
const round = async (cores: number, memoryGb: number, name = 'watched'): Promise<void> => {
  clock.advance(STEP_S * 1000);
  cpuSeconds += cores * STEP_S;
  bench.world.stats.set(name, { cpuSeconds, memoryBytes: memoryGb * GB });
  await manager.monitor.round();
  await manager.engine.drain();
};
const rounds = async (count: number, cores: number, memoryGb: number): Promise<void> => {
  for (let done = 0; done < count; done += 1) await round(cores, memoryGb);
};

describe('the monitor', () => {
  it('writes down what a region uses, and needs two looks for it', async () => {
    await round(1, 1);
    expect((await bench.region('watched')).lastSample).toBeNull();
    await round(1, 1);
    expect(await bench.region('watched')).toMatchObject({
      lastSample: { cpuCores: 1, cpuPct: 50, memoryPct: 25, isHealthy: true },
      playersOnline: 7,
    });
    expect(bench.world.calls).toContain('redis.keepSample watched');
  });

  it('grows after two high samples, and not again for five minutes', async () => {
    await rounds(2, 1.8, 1);
    expect(await bench.region('watched')).toMatchObject({
      state: 'active',
      cpuCores: 3,
      memoryGb: 4,
      baseCpuCores: 2,
    });
    await rounds(5, 2.9, 1);
    expect(await bench.region('watched')).toMatchObject({ cpuCores: 3 });
    await rounds(6, 2.9, 1);
    expect(await bench.region('watched')).toMatchObject({ cpuCores: 4.5 });
  });

  it('shrinks after ten quiet minutes, half an hour after the last change', async () => {
    await rounds(55, 0.1, 0.5);
    expect(await bench.region('watched')).toMatchObject({ cpuCores: 4.5 });
    await rounds(6, 0.1, 0.5);
    expect(await bench.region('watched')).toMatchObject({ cpuCores: 3, memoryGb: 4 });
  });

  it('raises an alert at the cap, which goes with its cause', async () => {
    await manager.orders.scale('watched', { cpuCores: 8, memoryGb: 16 }, 'person', null);
    await manager.engine.drain();
    await rounds(12, 7.9, 1);
    expect(await bench.alerts()).toEqual(['region_at_cap watched']);
    expect(await bench.region('watched')).toMatchObject({ cpuCores: 8 });
    await round(1, 1);
    expect(await bench.alerts()).toEqual([]);
  });

  it('starts again what is gone', async () => {
    bench.world.running.delete('watched');
    await round(1, 1);
    expect(bench.world.running.has('watched')).toBe(true);
    expect(await bench.region('watched')).toMatchObject({ state: 'active' });
  });

  it('restarts after three failed samples, and gives up after three restarts', async () => {
    clock.advance(60 * 60_000);
    const restarts = () => bench.world.calls.filter((call) => call === 'driver.ensureStarted watched').length;
    const fail = async (): Promise<void> => {
      bench.world.mute.add('watched');
      await rounds(2, 1, 1);
      bench.world.faults.set('driver.ensureStarted', () => {
        // The new server answers until the next look.
        bench.world.faults.clear();
        bench.world.mute.clear();
        return Object.assign(new Error('again'), { code: 'ECONNREFUSED' });
      });
      await round(1, 1);
    };
    for (const expected of [2, 4, 6]) {
      await fail();
      expect(restarts()).toBe(expected);
    }
    bench.world.mute.add('watched');
    await rounds(3, 1, 1);
    expect(await bench.region('watched')).toMatchObject({ state: 'failed' });
    expect(await bench.alerts()).toEqual(['region_failed watched']);
    expect(restarts()).toBe(6);
    bench.world.mute.clear();
    bench.world.faults.clear();
    await manager.orders.restart('watched', null);
    await manager.engine.drain();
    expect(await bench.region('watched')).toMatchObject({ state: 'active', failCount: 0 });
    expect(await bench.alerts()).toEqual([]);
  });

  it('shows servers nobody knows and leaves them alone', async () => {
    const [[, spec] = []] = [...bench.world.running];
    if (spec === undefined) throw new Error('something should run');
    bench.world.running.set('stranger', spec);
    await round(1, 1);
    expect(await bench.alerts()).toEqual(['orphan stranger']);
    expect(bench.world.running.has('stranger')).toBe(true);
    bench.world.running.delete('stranger');
    await round(1, 1);
    expect(await bench.alerts()).toEqual([]);
  });

  it('only advises when told so', async () => {
    const adviser = await bench.manager({ clock, env: { AUTO_SCALING_ENABLED: 'false' } });
    await manager.kill();
    for (let done = 0; done < 4; done += 1) {
      clock.advance(STEP_S * 1000);
      cpuSeconds += 8 * STEP_S;
      bench.world.stats.set('watched', { cpuSeconds, memoryBytes: 15.5 * GB });
      await adviser.monitor.round();
      await adviser.engine.drain();
    }
    expect(await bench.region('watched')).toMatchObject({ cpuCores: 8, memoryHigh: expect.any(Number) });
  });

  it('lets one of two managers look', async () => {
    const [one, other] = [await bench.manager({ clock }), await bench.manager({ clock })];
    await bench.test.sql`update rm.leases set lease_until = now()`;
    const looked = await Promise.all([one.monitor.round(), other.monitor.round()]);
    expect(looked.filter((did) => did)).toHaveLength(1);
  });
});
