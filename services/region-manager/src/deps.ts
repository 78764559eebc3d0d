import type { Database } from '@sw/db';
import type { Logger } from '@sw/service-kit';
import type { RegionDatabases } from './clusters/region-database.ts';
import type { ManagerConfig } from './config.ts';
import type { RegionDriver } from './drivers/driver.ts';
import type { HubClient } from './hub/hub-client.ts';
import type { ManagerMetrics } from './manager-metrics.ts';
import type { Clock } from './platform/clock.ts';
import type { Sealer } from './platform/sealed.ts';
import type { RegionRedis } from './redis/region-redis.ts';

/** Everything the manager touches, so that tests can put something else in its place. */
export interface Deps {
  readonly config: ManagerConfig;
  readonly db: Database;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly logger: Logger;
  readonly metrics: ManagerMetrics;
  readonly driver: RegionDriver;
  readonly hub: HubClient;
  readonly databases: RegionDatabases;
  /** Null without `REDIS_URL`: regions then keep everything in their process. */
  readonly redis: RegionRedis | null;
  readonly sealer: Sealer;
  /** Name of this manager in leases. */
  readonly owner: string;
}
