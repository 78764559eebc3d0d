import type { Deps } from '../deps.ts';
import type { ServerSpec } from '../drivers/driver.ts';
import { redisPrefixOf } from '../names.ts';
import type { RegionRow } from '../store/region-row.ts';
import { resourcesOf } from '../store/region-row.ts';
import type { RegionSecrets } from './region-secrets.ts';

/** What the server of a region is started with; the same row always gives the same. */
export const serverSpec = async (
  { config, databases, redis }: Pick<Deps, 'config' | 'databases' | 'redis'>,
  secrets: RegionSecrets,
  region: RegionRow,
): Promise<ServerSpec> => ({
  name: region.name,
  resources: resourcesOf(region),
  imageDigest: config.driver.kind === 'process' ? null : (region.imageDigest ?? config.driver.digest),
  env: {
    ENVIRONMENT: config.driver.kind === 'process' ? config.environment : 'production',
    SERVICE_ROLE: 'region',
    REGION_NAME: region.name,
    NEXUS_URL: config.nexusUrl,
    JWT_PUBLIC_KEY: config.keys.hubPem,
    LOG_LEVEL: config.logLevel,
    ...config.passedOn,
    ...(redis === null ? {} : { REDIS_PREFIX: redisPrefixOf(region.name) }),
  },
  secrets: {
    DATABASE_URL: databases.urlOf(region.name, await secrets.databasePassword(region)),
    JWT_SECRET: await secrets.serverSecret(region),
    SERVICE_KEY: await secrets.serviceKey(region),
    ...(redis === null ? {} : redis.urlsOf(region.name, await secrets.redisPassword(region))),
    ...(region.certificate === null ? {} : { REGION_CERTIFICATE: JSON.stringify(region.certificate) }),
  },
});
