import { createHash } from 'node:crypto';
import type Docker from 'dockerode';
import type { ServerSpec } from '../driver.ts';
import { engineCall, unlessGone, unlessThere } from '../engine/engine-call.ts';
import { labelsOf, REGION } from '../engine/labels.ts';
import { ACCOUNT } from '../engine/server-settings.ts';

const OWNER_ONLY = 0o400;
const SHOWN_HASH = 12;

/** A secret as a service of the swarm names it. */
export interface SecretReference {
  readonly SecretID: string;
  readonly SecretName: string;
  readonly File: { readonly Name: string; readonly UID: string; readonly GID: string; readonly Mode: number };
}

/** Secrets of a swarm cannot be changed, so what they hold is a part of their name. */
const nameOf = (region: string, name: string, value: string): string => {
  const hash = createHash('sha256').update(value).digest('hex').slice(0, SHOWN_HASH);
  return `region-${region}-${name}-${hash}`;
};

const secretsOf = (docker: Docker, region: string) =>
  engineCall('list secrets', () => docker.listSecrets({ filters: { label: [`${REGION}=${region}`] } }));

/** Makes what is missing and names all of them. */
export const ensureSecrets = async (
  docker: Docker,
  spec: ServerSpec,
): Promise<readonly SecretReference[]> => {
  for (const [name, value] of Object.entries(spec.secrets)) {
    await unlessThere('make a secret', () =>
      docker.createSecret({
        Name: nameOf(spec.name, name, value),
        Data: Buffer.from(value).toString('base64'),
        Labels: labelsOf(spec.name),
      } as never),
    );
  }
  const known = new Map((await secretsOf(docker, spec.name)).map(({ ID, Spec }) => [Spec?.Name ?? '', ID]));
  return Object.entries(spec.secrets).map(([name, value]) => {
    const SecretName = nameOf(spec.name, name, value);
    return {
      SecretID: known.get(SecretName) ?? '',
      SecretName,
      File: { Name: name, UID: String(ACCOUNT.uid), GID: String(ACCOUNT.gid), Mode: OWNER_ONLY },
    };
  });
};

/** Secrets a service still uses stay until it is gone. */
export const removeSecrets = async (docker: Docker, region: string): Promise<void> => {
  for (const { ID } of await secretsOf(docker, region)) {
    await unlessGone('remove a secret', () => docker.getSecret(ID).remove());
  }
};
