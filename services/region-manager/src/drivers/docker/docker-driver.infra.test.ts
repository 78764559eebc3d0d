import { needsBinaries } from '@sw/test-kit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { driverContract } from '../../testing/driver-contract.ts';
import type { EngineStage } from '../../testing/engine-stage.ts';
import { openEngineStage } from '../../testing/engine-stage.ts';

const needs = needsBinaries('dockerd');

describe.skipIf(needs.isMissing)(`drivers of an engine${needs.note}`, () => {
  let stage: EngineStage;
  beforeAll(async () => {
    stage = await openEngineStage();
  });
  afterAll(() => stage.stop());

  describe('docker', () => {
    driverContract(async () => ({ ...stage.docker(), stop: async () => {} }));
  });
  describe('swarm', () => {
    driverContract(async () => ({ ...stage.swarm(), stop: async () => {} }));
  });

  const spec = (name: string) => ({
    name,
    resources: { cpuCores: 1, memoryGb: 2, diskGb: 10 },
    imageDigest: stage.digest,
    env: { REGION_NAME: name },
    secrets: { DATABASE_URL: 'postgres://x' },
  });

  it('runs servers without rights, and with what they may use', async () => {
    const { driver } = stage.docker();
    await driver.prepare(spec('hard'));
    await driver.ensureStarted(spec('hard'));
    const info = await stage.engine.docker.getContainer('region-hard-server').inspect();
    expect(info.Config).toMatchObject({
      User: '1000:1000',
      Labels: { 'sw2102.managed': 'true', 'sw2102.region': 'hard' },
    });
    expect(info.HostConfig).toMatchObject({
      ...{ ReadonlyRootfs: true, CapDrop: ['ALL'], SecurityOpt: ['no-new-privileges'], Privileged: false },
      ...{ PidsLimit: 256, NanoCpus: 1e9, Memory: 2 * 1024 ** 3, PidMode: '', Binds: null },
      RestartPolicy: { Name: 'on-failure' },
    });
    expect(JSON.stringify(info)).not.toContain('postgres://x');
    await driver.updateResources({ ...spec('hard'), resources: { cpuCores: 1.5, memoryGb: 3, diskGb: 10 } });
    const after = await stage.engine.docker.getContainer('region-hard-server').inspect();
    expect(after.HostConfig).toMatchObject({ NanoCpus: 1.5e9, Memory: 3 * 1024 ** 3 });
    expect(after.State.StartedAt).toBe(info.State.StartedAt);
    await driver.remove('hard', { keepData: true });
    expect((await stage.engine.docker.listVolumes()).Volumes.map(({ Name }) => Name)).toEqual([
      'sw_region_hard_data',
    ]);
    await driver.remove('hard', { keepData: false });
  });

  it('touches nothing that somebody else made under its names', async () => {
    const { driver } = stage.docker();
    const foreign = await stage.engine.docker.createContainer({
      name: 'region-theirs-server',
      Image: stage.digest,
    });
    await expect(driver.stop('theirs', 0)).rejects.toMatchObject({ code: 'engine_refused' });
    await expect(driver.remove('theirs', { keepData: false })).rejects.toMatchObject({
      code: 'engine_refused',
    });
    await expect(driver.ensureStarted(spec('theirs'))).rejects.toMatchObject({ code: 'engine_refused' });
    expect((await foreign.inspect()).State.Status).toBe('created');
    expect(await driver.list()).toEqual([]);
    await foreign.remove();
  });

  it('runs no image that is not of the list', async () => {
    const { driver } = stage.docker();
    const other = { ...spec('other'), imageDigest: `sha256:${'c'.repeat(64)}` };
    await expect(driver.prepare(other)).rejects.toMatchObject({ code: 'image_not_allowed' });
    await expect(driver.ensureStarted(other)).rejects.toMatchObject({ code: 'image_not_allowed' });
  });

  it('says by name that there is no engine', async () => {
    const { driver } = stage.nowhere();
    const gone = { code: 'engine_unavailable', isTransient: true };
    await expect(driver.check()).rejects.toMatchObject(gone);
    await expect(driver.ensureStarted(spec('nowhere'))).rejects.toMatchObject(gone);
    await expect(driver.remove('nowhere', { keepData: false })).rejects.toMatchObject(gone);
  });
});
