import type Docker from 'dockerode';
import { engineCall, unlessGone, unlessThere } from './engine-call.ts';
import { assertOurs, labelsOf, MANAGED } from './labels.ts';

/** Finds the network regions share, or makes one where nobody declared it. */
export const ensureNetwork = async (
  docker: Docker,
  name: string,
  driver: 'bridge' | 'overlay',
): Promise<void> => {
  const found = await unlessGone('look at a network', () => docker.getNetwork(name).inspect());
  if (found !== undefined) return;
  await unlessThere('make a network', () =>
    docker.createNetwork({ Name: name, Driver: driver, CheckDuplicate: true, Labels: { [MANAGED]: 'true' } }),
  );
};

/** @throws StepFailure when somebody else has a volume of this name. */
export const ensureVolume = async (docker: Docker, region: string, name: string): Promise<void> => {
  await engineCall('make a volume', () => docker.createVolume({ Name: name, Labels: labelsOf(region) }));
  const { Labels } = await engineCall('look at a volume', () => docker.getVolume(name).inspect());
  assertOurs(name, region, Labels);
};

export const removeVolume = async (docker: Docker, region: string, name: string): Promise<void> => {
  const volume = docker.getVolume(name);
  const found = await unlessGone('look at a volume', () => volume.inspect());
  if (found === undefined) return;
  assertOurs(name, region, found.Labels);
  await unlessGone('remove a volume', () => volume.remove());
};
