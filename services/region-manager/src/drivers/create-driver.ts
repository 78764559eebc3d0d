import type { Database } from '@sw/db';
import { StartupError } from '@sw/service-kit';
import type { DriverConfig } from '../config-driver.ts';
import type { RegionDriver } from './driver.ts';
import { createProcessDriver } from './process/process-driver.ts';

/** The driver the settings choose. */
export const createDriver = (config: DriverConfig, { db }: { readonly db: Database }): RegionDriver => {
  if (config.kind === 'process') return createProcessDriver({ db, config });
  throw new StartupError(`REGION_DRIVER=${config.kind} is not part of this build.`);
};
