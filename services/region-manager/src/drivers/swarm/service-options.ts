import { dataVolumeOf, hostOf } from '../../names.ts';
import type { OneShot, ServerSpec } from '../driver.ts';
import { KIND, labelsOf, SETTINGS } from '../engine/labels.ts';
import {
  DATA_FOLDER,
  environmentOf,
  memoryBytes,
  nanoCpus,
  PIDS_LIMIT,
  settingsHash,
  USER,
} from '../engine/server-settings.ts';
import type { SecretReference } from './swarm-secrets.ts';

const STOP_GRACE_NS = 30e9;
const RESTART_DELAY_NS = 5e9;
const RESTARTS = 3;
const TMP_BYTES = 64 * 1024 ** 2;
const READ_WRITE_ALL = 0o1777;
/** Servers run where an operator says that regions may. */
const PLACEMENT = { Constraints: ['node.labels.sw2102.regions==true'] };

export interface ServiceParts {
  readonly spec: ServerSpec;
  readonly image: string;
  readonly network: string;
  readonly secrets: readonly SecretReference[];
}

const taskTemplate = ({ spec, image, network, secrets }: ServiceParts, command: string) => ({
  ContainerSpec: {
    Image: image,
    Args: [command],
    Env: environmentOf(spec),
    User: USER,
    Hostname: hostOf(spec.name),
    ReadOnly: true,
    CapabilityDrop: ['ALL'],
    StopGracePeriod: STOP_GRACE_NS,
    Labels: labelsOf(spec.name),
    Mounts: [
      {
        Type: 'volume',
        Source: dataVolumeOf(spec.name),
        Target: DATA_FOLDER,
        VolumeOptions: { Labels: labelsOf(spec.name) },
      },
      { Type: 'tmpfs', Target: '/tmp', TmpfsOptions: { SizeBytes: TMP_BYTES, Mode: READ_WRITE_ALL } },
    ],
    Secrets: secrets,
  },
  Resources: { Limits: { NanoCPUs: nanoCpus(spec), MemoryBytes: memoryBytes(spec), Pids: PIDS_LIMIT } },
  Placement: PLACEMENT,
  Networks: [{ Target: network, Aliases: [hostOf(spec.name)] }],
});

export const serverService = (parts: ServiceParts, replicas: 0 | 1) => ({
  Name: hostOf(parts.spec.name),
  Labels: labelsOf(parts.spec.name, { [KIND]: 'server', [SETTINGS]: settingsHash(parts.spec, parts.image) }),
  TaskTemplate: {
    ...taskTemplate(parts, 'serve'),
    RestartPolicy: { Condition: 'on-failure', Delay: RESTART_DELAY_NS, MaxAttempts: RESTARTS },
  },
  Mode: { Replicated: { Replicas: replicas } },
  // One world, one server: the old one ends before the new one begins.
  UpdateConfig: { Parallelism: 1, Order: 'stop-first', FailureAction: 'pause' },
  EndpointSpec: { Mode: 'dnsrr' },
});

export const oneShotService = (parts: ServiceParts, command: OneShot) => ({
  Name: `region-${parts.spec.name}-${command}`,
  Labels: labelsOf(parts.spec.name, { [KIND]: command }),
  TaskTemplate: { ...taskTemplate(parts, command), RestartPolicy: { Condition: 'none' } },
  Mode: { Replicated: { Replicas: 1 } },
  EndpointSpec: { Mode: 'dnsrr' },
});
