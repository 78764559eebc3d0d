import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createSilentLogger } from '@sw/service-kit';
import type { DockerEngine } from '@sw/test-kit/docker';
import { buildImage, importNodeImage, NODE_IMAGE, startDockerEngine } from '@sw/test-kit/docker';
import Docker from 'dockerode';
import type { EngineDriverConfig } from '../config-driver.ts';
import { createDockerDriver } from '../drivers/docker/docker-driver.ts';
import { createSwarmDriver } from '../drivers/swarm/swarm-driver.ts';
import type { DriverStage } from './driver-contract.ts';

const SERVER = fileURLToPath(new URL('tiny-server.ts', import.meta.url));
const DOCKERFILE = `FROM ${NODE_IMAGE}
COPY tiny-server.ts /app/
USER 1000:1000
ENTRYPOINT ["node", "/app/tiny-server.ts"]
CMD ["serve"]
`;
/** Reachable from this machine, unlike an overlay: services take one that lies on their node alone. */
const LOCAL_NETWORK = 'sw-regions-local';

/** A real engine that is a Swarm of one node, with the image of the tiny server. */
export interface EngineStage {
  readonly engine: DockerEngine;
  readonly digest: string;
  docker(): Omit<DriverStage, 'stop'>;
  swarm(): Omit<DriverStage, 'stop'>;
  /** The Docker driver of an engine that is not there. */
  nowhere(): Omit<DriverStage, 'stop'>;
  stop(): Promise<void>;
}

export const openEngineStage = async (): Promise<EngineStage> => {
  const engine = await startDockerEngine({ withPacketFilter: true });
  const { docker } = engine;
  await importNodeImage(docker, NODE_IMAGE);
  const digest = await buildTinyServer(engine);
  await docker.swarmInit({ AdvertiseAddr: '127.0.0.1', ListenAddr: '127.0.0.1:0' });
  const [node] = await docker.listNodes();
  if (node === undefined) throw new Error('the swarm has no node');
  await docker.getNode(node.ID ?? '').update({
    ...node.Spec,
    version: node.Version?.Index ?? 0,
    Labels: { 'sw2102.regions': 'true' },
  } as never);
  await docker.createNetwork({ Name: LOCAL_NETWORK, Driver: 'bridge', Scope: 'swarm' } as never);
  const config = (kind: 'docker' | 'swarm', network: string): EngineDriverConfig => ({
    ...{ kind, engine: { socketPath: engine.socketPath }, image: 'sw-test/tiny', digest, network },
    allowedDigests: new Set([digest]),
  });
  const stageOf = (make: () => DriverStage['driver']) => ({
    driver: make(),
    imageDigest: digest,
    again: make,
  });
  return {
    engine,
    digest,
    docker: () => stageOf(() => createDockerDriver(docker, config('docker', 'sw-regions'))),
    swarm: () =>
      stageOf(() => createSwarmDriver(docker, config('swarm', LOCAL_NETWORK), createSilentLogger())),
    nowhere: () =>
      stageOf(() =>
        createDockerDriver(new Docker({ socketPath: '/nowhere.sock' }), config('docker', 'sw-regions')),
      ),
    stop: async () => {
      await docker.swarmLeave({ force: true }).catch(() => undefined);
      await engine.stop();
    },
  };
};

const buildTinyServer = async ({ docker }: DockerEngine): Promise<string> => {
  const root = mkdtempSync(join(tmpdir(), 'sw-tiny-'));
  try {
    copyFileSync(SERVER, join(root, 'tiny-server.ts'));
    writeFileSync(join(root, 'Dockerfile'), DOCKERFILE);
    writeFileSync(join(root, '.dockerignore'), '');
    await buildImage(docker, { tag: 'sw-test/tiny', root, dockerfile: 'Dockerfile', args: {} });
    return (await docker.getImage('sw-test/tiny').inspect()).Id;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
};
