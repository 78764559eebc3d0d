import type { Database } from '@sw/db';
import type { Logger } from '@sw/service-kit';
import Docker from 'dockerode';
import type { DriverConfig } from '../config-driver.ts';
import { createDockerDriver } from './docker/docker-driver.ts';
import type { RegionDriver } from './driver.ts';
import { createProcessDriver } from './process/process-driver.ts';
import { createSwarmDriver } from './swarm/swarm-driver.ts';

/** Longer than any call of the driver takes but those that wait for a container to end. */
const CALL_LIMIT_MS = 900_000;

/** The driver the settings choose. */
export const createDriver = (
  config: DriverConfig,
  { db, logger }: { readonly db: Database; readonly logger: Logger },
): RegionDriver => {
  if (config.kind === 'process') return createProcessDriver({ db, config });
  const docker = new Docker({ ...config.engine, timeout: CALL_LIMIT_MS });
  return config.kind === 'docker'
    ? createDockerDriver(docker, config)
    : createSwarmDriver(docker, config, logger);
};
