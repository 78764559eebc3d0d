import type Docker from 'dockerode';
import type { EngineDriverConfig } from '../../config-driver.ts';
import { dataVolumeOf, hostOf, secretVolumeOf } from '../../names.ts';
import type { OneShot, OneShotResult, RegionDriver, ServerSpec } from '../driver.ts';
import { engineCall, unlessGone } from '../engine/engine-call.ts';
import { ensureNetwork, ensureVolume, removeVolume } from '../engine/engine-objects.ts';
import { resolveImage } from '../engine/image.ts';
import { assertOurs, KIND, MANAGED, REGION, SETTINGS } from '../engine/labels.ts';
import { readLogs } from '../engine/read-logs.ts';
import { readStats } from '../engine/read-stats.ts';
import { memoryBytes, nanoCpus, PORT, settingsHash } from '../engine/server-settings.ts';
import { oneShotOptions, serverOptions } from './container-options.ts';
import { writeSecrets } from './secret-volume.ts';

/** One container for each region on one engine, by its HTTP API. */
export const createDockerDriver = (docker: Docker, config: EngineDriverConfig): RegionDriver => {
  const { network } = config;

  /** The container of this name, once it was seen to be ours. */
  const find = async (region: string, name = hostOf(region)) => {
    const container = docker.getContainer(name);
    const info = await unlessGone('look at a container', () => container.inspect());
    if (info === undefined) return undefined;
    assertOurs(name, region, info.Config.Labels);
    return { container, info };
  };

  const removeContainer = async (region: string, name: string): Promise<void> => {
    const found = await find(region, name);
    if (found === undefined) return;
    await unlessGone('remove a container', () => found.container.remove({ force: true }));
  };

  const update = async (spec: ServerSpec): Promise<void> => {
    const found = await find(spec.name);
    if (found === undefined) return;
    const memory = memoryBytes(spec);
    await engineCall('give a container other resources', () =>
      found.container.update({ NanoCpus: nanoCpus(spec), Memory: memory, MemorySwap: memory }),
    );
  };

  const ensureStarted = async (spec: ServerSpec): Promise<void> => {
    const image = await resolveImage(docker, config, spec.imageDigest);
    const found = await find(spec.name);
    const isSame = found?.info.Config.Labels[SETTINGS] === settingsHash(spec, image);
    if (found !== undefined && isSame) {
      await update(spec);
      if (!found.info.State.Running) await unlessGone('start a container', () => found.container.start());
      return;
    }
    if (found !== undefined) await stop(spec.name, REPLACE_GRACE_MS);
    await removeContainer(spec.name, hostOf(spec.name));
    const container = await engineCall('make a container', () =>
      docker.createContainer(serverOptions(spec, image, network)),
    );
    await engineCall('start a container', () => container.start());
  };

  const stop = async (name: string, graceMs: number): Promise<void> => {
    const found = await find(name);
    if (found === undefined) return;
    await unlessGone('stop a container', () => found.container.stop({ t: Math.ceil(graceMs / 1000) }));
  };

  return {
    kind: 'docker',
    check: () => engineCall('answer', async () => void (await docker.ping())),
    prepare: async (spec) => {
      const image = await resolveImage(docker, config, spec.imageDigest);
      await ensureNetwork(docker, network, 'bridge');
      await ensureVolume(docker, spec.name, dataVolumeOf(spec.name));
      await ensureVolume(docker, spec.name, secretVolumeOf(spec.name));
      await writeSecrets(docker, spec, image);
    },
    runOnce: async (spec: ServerSpec, command: OneShot, signal: AbortSignal): Promise<OneShotResult> => {
      const image = await resolveImage(docker, config, spec.imageDigest);
      const options = oneShotOptions(spec, image, network, command);
      const name = options.name ?? '';
      await removeContainer(spec.name, name);
      const container = await engineCall('make a container', () => docker.createContainer(options));
      const abort = (): void => void container.kill().catch(() => undefined);
      signal.addEventListener('abort', abort, { once: true });
      try {
        await engineCall('start a container', () => container.start());
        const { StatusCode } = await engineCall('wait for a container', () => container.wait());
        const frames = await engineCall('read a log', () => container.logs({ stdout: true, stderr: true }));
        return { exitCode: StatusCode as number, output: readLogs(frames) };
      } finally {
        signal.removeEventListener('abort', abort);
        await removeContainer(spec.name, name);
      }
    },
    ensureStarted,
    stop,
    remove: async (name, { keepData }) => {
      await stop(name, 0);
      const names = [
        hostOf(name),
        `region-${name}-migrate`,
        `region-${name}-generate`,
        `region-${name}-secrets`,
      ];
      for (const container of names) await removeContainer(name, container);
      await removeVolume(docker, name, secretVolumeOf(name));
      if (!keepData) await removeVolume(docker, name, dataVolumeOf(name));
    },
    updateResources: async (spec) => {
      await update(spec);
      return false;
    },
    stats: (name) => readStats(docker, hostOf(name)),
    endpoint: async (name) => `http://${hostOf(name)}:${PORT}`,
    probeAddress: async (name) => {
      const address = (await find(name))?.info.NetworkSettings.Networks[network]?.IPAddress ?? '';
      return address === '' ? null : `http://${address}:${PORT}`;
    },
    list: async () => {
      const containers = await engineCall('list containers', () =>
        docker.listContainers({ all: true, filters: { label: [`${MANAGED}=true`, `${KIND}=server`] } }),
      );
      return containers.map(({ Labels, State }) => ({
        name: Labels[REGION] ?? '',
        isRunning: State === 'running',
      }));
    },
    close: () => Promise.resolve(),
  };
};

/** A server that is replaced by one with other settings gets this long. */
const REPLACE_GRACE_MS = 30_000;
