import type Docker from 'dockerode';
import type { EngineDriverConfig } from '../../config-driver.ts';
import { StepFailure } from '../../engine/failure.ts';
import { engineCall, unlessGone } from './engine-call.ts';

/**
 * The image a server may run, as the engine knows it: pinned by digest, of the list. One that was built on the engine
 * itself has no digest of a registry; its id is one of its content as well.
 *
 * @throws StepFailure when it is not of the list, or not to be had.
 */
export const resolveImage = async (
  docker: Docker,
  config: EngineDriverConfig,
  digest: string | null,
): Promise<string> => {
  if (digest === null || !config.allowedDigests.has(digest)) {
    throw new StepFailure('image_not_allowed', 'This image is not on the list of those regions may run.');
  }
  const pinned = `${config.image}@${digest}`;
  for (const reference of [pinned, digest]) {
    const found = await unlessGone('look at an image', () => docker.getImage(reference).inspect());
    if (found !== undefined) return reference;
  }
  await engineCall('pull an image', async () => {
    const progress = await docker.pull(pinned);
    await new Promise<void>((resolve, reject) => {
      docker.modem.followProgress(progress, (error) => (error === null ? resolve() : reject(error)));
    });
  });
  return pinned;
};
