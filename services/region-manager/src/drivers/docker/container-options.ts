import type { ContainerCreateOptions } from 'dockerode';
import { dataVolumeOf, hostOf, secretVolumeOf } from '../../names.ts';
import type { OneShot, ServerSpec } from '../driver.ts';
import { KIND, labelsOf, SETTINGS } from '../engine/labels.ts';
import {
  DATA_FOLDER,
  environmentOf,
  memoryBytes,
  nanoCpus,
  PIDS_LIMIT,
  SECRETS_FOLDER,
  settingsHash,
  USER,
} from '../engine/server-settings.ts';

const STOP_TIMEOUT_S = 30;
const RESTARTS = 3;

/**
 * A hardened container (rule book, platform 9.4 step 8, 9.7). Nothing in it comes from a user but the validated name:
 * no host path, no other network, no capability, and no way to ask for one.
 */
const hardened = (spec: ServerSpec, image: string, network: string): ContainerCreateOptions => ({
  Image: image,
  User: USER,
  Env: environmentOf(spec),
  HostConfig: {
    ReadonlyRootfs: true,
    Tmpfs: { '/tmp': 'rw,noexec,nosuid,nodev,size=64m' },
    CapDrop: ['ALL'],
    SecurityOpt: ['no-new-privileges'],
    Privileged: false,
    PidsLimit: PIDS_LIMIT,
    NanoCpus: nanoCpus(spec),
    Memory: memoryBytes(spec),
    MemorySwap: memoryBytes(spec),
    NetworkMode: network,
    PortBindings: {},
    Mounts: [
      { Type: 'volume', Source: dataVolumeOf(spec.name), Target: DATA_FOLDER },
      { Type: 'volume', Source: secretVolumeOf(spec.name), Target: SECRETS_FOLDER, ReadOnly: true },
    ],
    LogConfig: { Type: 'json-file', Config: { 'max-size': '10m', 'max-file': '3' } },
  },
});

export const serverOptions = (spec: ServerSpec, image: string, network: string): ContainerCreateOptions => {
  const base = hardened(spec, image, network);
  return {
    ...base,
    name: hostOf(spec.name),
    Hostname: hostOf(spec.name),
    Cmd: ['serve'],
    Labels: labelsOf(spec.name, { [KIND]: 'server', [SETTINGS]: settingsHash(spec, image) }),
    StopTimeout: STOP_TIMEOUT_S,
    HostConfig: { ...base.HostConfig, RestartPolicy: { Name: 'on-failure', MaximumRetryCount: RESTARTS } },
    NetworkingConfig: { EndpointsConfig: { [network]: { Aliases: [hostOf(spec.name)] } } },
  };
};

export const oneShotOptions = (
  spec: ServerSpec,
  image: string,
  network: string,
  command: OneShot,
): ContainerCreateOptions => ({
  ...hardened(spec, image, network),
  name: `region-${spec.name}-${command}`,
  Cmd: [command],
  Labels: labelsOf(spec.name, { [KIND]: command }),
});
