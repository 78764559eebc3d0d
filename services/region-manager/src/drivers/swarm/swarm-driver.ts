import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from '@sw/service-kit';
import type Docker from 'dockerode';
import type { EngineDriverConfig } from '../../config-driver.ts';
import { StepFailure } from '../../engine/failure.ts';
import { dataVolumeOf, hostOf } from '../../names.ts';
import type { OneShot, OneShotResult, RegionDriver, ServerSpec } from '../driver.ts';
import { engineCall, unlessGone, unlessThere } from '../engine/engine-call.ts';
import { ensureNetwork, removeVolume } from '../engine/engine-objects.ts';
import { resolveImage } from '../engine/image.ts';
import { assertOurs, KIND, MANAGED, REGION, SETTINGS } from '../engine/labels.ts';
import { readLogs } from '../engine/read-logs.ts';
import { readStats } from '../engine/read-stats.ts';
import { memoryBytes, nanoCpus, PORT, settingsHash } from '../engine/server-settings.ts';
import type { ServiceParts } from './service-options.ts';
import { oneShotService, serverService } from './service-options.ts';
import { ensureSecrets, removeSecrets } from './swarm-secrets.ts';
import type { SwarmService, SwarmTask } from './swarm-types.ts';

const POLL_MS = 200;
const ONE_SHOT_LIMIT_MS = 600_000;
const STOP_MARGIN_MS = 10_000;
const ENDED = new Set(['complete', 'failed', 'rejected', 'shutdown', 'orphaned', 'remove']);

/**
 * One service of one replica for each region on the nodes of a swarm. Other resources mean another container there,
 * so the server is restarted. Stats come from tasks on the node this manager talks to.
 */
export const createSwarmDriver = (
  docker: Docker,
  config: EngineDriverConfig,
  logger: Logger,
): RegionDriver => {
  logger.info({ option: 'no-new-privileges' }, 'swarm.option_unknown');
  const { network } = config;

  const find = async (region: string, name = hostOf(region)): Promise<SwarmService | undefined> => {
    const service = (await unlessGone('look at a service', () => docker.getService(name).inspect())) as
      | SwarmService
      | undefined;
    if (service !== undefined) assertOurs(name, region, service.Spec.Labels);
    return service;
  };

  /** Those of a service that is gone are none. */
  const tasksOf = async (name: string): Promise<readonly SwarmTask[]> =>
    ((await unlessGone('list tasks', () => docker.listTasks({ filters: { service: [name] } }))) ??
      []) as readonly SwarmTask[];

  const runningTask = async (name: string): Promise<SwarmTask | undefined> =>
    (await find(name)) === undefined
      ? undefined
      : (await tasksOf(hostOf(name))).find(
          ({ Status, DesiredState }) => Status.State === 'running' && DesiredState === 'running',
        );

  const partsOf = async (spec: ServerSpec): Promise<ServiceParts> => ({
    spec,
    image: await resolveImage(docker, config, spec.imageDigest),
    network,
    secrets: await ensureSecrets(docker, spec),
  });

  const update = (service: SwarmService, next: object): Promise<unknown> =>
    engineCall('change a service', () =>
      docker.getService(service.ID).update({ version: service.Version.Index, ...next } as never),
    );

  /** True when the tasks of the service begin anew. */
  const put = async (spec: ServerSpec): Promise<boolean> => {
    const parts = await partsOf(spec);
    const next = serverService(parts, 1);
    const found = await find(spec.name);
    if (found === undefined) {
      await unlessThere('make a service', () => docker.createService(next as never));
      return true;
    }
    const { Labels, Mode, TaskTemplate } = found.Spec;
    const limits = TaskTemplate.Resources?.Limits;
    const isSame =
      Labels?.[SETTINGS] === settingsHash(spec, parts.image) &&
      Mode.Replicated?.Replicas === 1 &&
      limits?.NanoCPUs === nanoCpus(spec) &&
      limits.MemoryBytes === memoryBytes(spec);
    if (isSame && (await runningTask(spec.name)) !== undefined) return false;
    // A service whose task was given up is pushed to try again.
    await update(found, {
      ...next,
      TaskTemplate: { ...next.TaskTemplate, ForceUpdate: (TaskTemplate.ForceUpdate ?? 0) + 1 },
    });
    return true;
  };

  const removeService = async (region: string, name: string): Promise<void> => {
    const found = await find(region, name);
    if (found === undefined) return;
    await unlessGone('remove a service', () => docker.getService(found.ID).remove());
    await untilEnded(name, STOP_MARGIN_MS);
  };

  /** Containers end after their service; volumes and secrets cannot be removed before. */
  const untilEnded = async (name: string, limitMs: number): Promise<void> => {
    const endMs = performance.now() + limitMs;
    while (
      (await tasksOf(name)).some(({ Status }) => !ENDED.has(Status.State)) ||
      (await hasContainers(name))
    ) {
      if (performance.now() >= endMs) {
        throw new StepFailure('engine_refused', 'The tasks of a service do not end.', { isTransient: true });
      }
      await wait(POLL_MS);
    }
  };

  const hasContainers = async (service: string): Promise<boolean> => {
    const filters = { label: [`com.docker.swarm.service.name=${service}`] };
    const containers = await engineCall('list containers', () =>
      docker.listContainers({ all: true, filters }),
    );
    for (const { Id, State } of containers) {
      if (State === 'running') return true;
      await unlessGone('remove a container', () => docker.getContainer(Id).remove({ force: true }));
    }
    return false;
  };

  const stop = async (name: string, graceMs: number): Promise<void> => {
    const found = await find(name);
    if (found === undefined) return;
    if (found.Spec.Mode.Replicated?.Replicas !== 0) {
      await update(found, { ...found.Spec, Mode: { Replicated: { Replicas: 0 } } });
    }
    await untilEnded(hostOf(name), graceMs + STOP_MARGIN_MS);
  };

  /** On a network that lies on one node the swarm knows no addresses; the container does, when it is on this node. */
  const localAddress = async ({ Status }: SwarmTask): Promise<string | undefined> => {
    const id = Status.ContainerStatus?.ContainerID ?? '';
    const info = await unlessGone('look at a container', () => docker.getContainer(id).inspect());
    const address = info?.NetworkSettings.Networks[network]?.IPAddress ?? '';
    return address === '' ? undefined : address;
  };

  return {
    kind: 'swarm',
    check: () => engineCall('answer as a swarm', async () => void (await docker.swarmInspect())),
    prepare: async (spec) => {
      await resolveImage(docker, config, spec.imageDigest);
      await ensureNetwork(docker, network, 'overlay');
      await ensureSecrets(docker, spec);
    },
    runOnce: async (spec: ServerSpec, command: OneShot, signal: AbortSignal): Promise<OneShotResult> => {
      const service = oneShotService(await partsOf(spec), command);
      await removeService(spec.name, service.Name);
      await engineCall('make a service', () => docker.createService(service as never));
      try {
        const limit = AbortSignal.any([signal, AbortSignal.timeout(ONE_SHOT_LIMIT_MS)]);
        for (;;) {
          const [task] = await tasksOf(service.Name);
          if (task !== undefined && ENDED.has(task.Status.State)) {
            const frames = (await engineCall('read a log', () =>
              docker.getService(service.Name).logs({ stdout: true, stderr: true }),
            )) as unknown as Buffer;
            return { exitCode: task.Status.ContainerStatus?.ExitCode ?? 1, output: readLogs(frames) };
          }
          await wait(POLL_MS, undefined, { signal: limit });
        }
      } finally {
        await removeService(spec.name, service.Name);
      }
    },
    ensureStarted: async (spec) => void (await put(spec)),
    stop,
    remove: async (name, { keepData }) => {
      for (const service of [hostOf(name), `region-${name}-migrate`, `region-${name}-generate`]) {
        await removeService(name, service);
      }
      await removeSecrets(docker, name);
      // On other nodes the volume stays until their operator removes it.
      if (!keepData) await removeVolume(docker, name, dataVolumeOf(name));
    },
    updateResources: put,
    stats: async (name) => {
      const id = (await runningTask(name))?.Status.ContainerStatus?.ContainerID;
      return id === undefined ? null : readStats(docker, id);
    },
    endpoint: async (name) => `http://${hostOf(name)}:${PORT}`,
    probeAddress: async (name) => {
      const task = await runningTask(name);
      const address = task === undefined ? undefined : (overlayAddress(task) ?? (await localAddress(task)));
      return address === undefined ? null : `http://${address}:${PORT}`;
    },
    list: async () => {
      const services = (await engineCall('list services', () =>
        docker.listServices({ filters: { label: [`${MANAGED}=true`, `${KIND}=server`] } }),
      )) as unknown as readonly SwarmService[];
      const names = services.map(({ Spec }) => Spec.Labels?.[REGION] ?? '');
      return Promise.all(
        names.map(async (name) => ({ name, isRunning: (await runningTask(name)) !== undefined })),
      );
    },
    close: () => Promise.resolve(),
  };
};

const overlayAddress = ({ NetworksAttachments }: SwarmTask): string | undefined =>
  NetworksAttachments?.[0]?.Addresses?.[0]?.replace(/\/\d+$/, '');
