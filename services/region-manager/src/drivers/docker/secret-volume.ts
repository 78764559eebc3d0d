import type Docker from 'dockerode';
import { pack } from 'tar-stream';
import { secretVolumeOf } from '../../names.ts';
import type { ServerSpec } from '../driver.ts';
import { engineCall, unlessGone } from '../engine/engine-call.ts';
import { labelsOf } from '../engine/labels.ts';
import { ACCOUNT, SECRETS_FOLDER } from '../engine/server-settings.ts';

const OWNER_ONLY = 0o400;

/**
 * Puts secrets into their volume. Servers mount it read-only, so they go in through a container that is made for it
 * and never started; the engine has no other way to write into a volume.
 */
export const writeSecrets = async (docker: Docker, spec: ServerSpec, image: string): Promise<void> => {
  const name = `region-${spec.name}-secrets`;
  await removeWriter(docker, name);
  const writer = await engineCall('make a container for secrets', () =>
    docker.createContainer({
      name,
      Image: image,
      Labels: labelsOf(spec.name, { 'sw2102.kind': 'secrets' }),
      HostConfig: {
        NetworkMode: 'none',
        Mounts: [{ Type: 'volume', Source: secretVolumeOf(spec.name), Target: SECRETS_FOLDER }],
      },
    }),
  );
  try {
    await engineCall('write secrets', () =>
      writer.putArchive(archiveOf(spec.secrets), { path: SECRETS_FOLDER }),
    );
  } finally {
    await removeWriter(docker, name);
  }
};

const removeWriter = (docker: Docker, name: string): Promise<unknown> =>
  unlessGone('remove a container', () => docker.getContainer(name).remove({ force: true }));

const archiveOf = (secrets: ServerSpec['secrets']): NodeJS.ReadableStream => {
  const archive = pack();
  for (const [name, value] of Object.entries(secrets)) {
    archive.entry({ name, mode: OWNER_ONLY, ...ACCOUNT }, value);
  }
  archive.finalize();
  return archive as unknown as NodeJS.ReadableStream;
};
