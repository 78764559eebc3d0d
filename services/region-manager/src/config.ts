import type { Environment } from '@sw/service-kit';
import {
  assertLoopbackInDevelopment,
  booleanValue,
  integerValue,
  listValue,
  readConfig,
  resolveHost,
  StartupError,
  serviceSettings,
} from '@sw/service-kit';
import { z } from 'zod';
import { readDriverConfig } from './config-driver.ts';
import { assertNoSample, encryptionKeyFrom, readServiceKeys } from './config-secrets.ts';

const digest = z.string().regex(/^sha256:[0-9a-f]{64}$/, 'must be sha256: and 64 hexadecimal digits');
const ports = z.string().regex(/^\d{4,5}-\d{4,5}$/, 'must be two ports such as 8100-8999');
const budget = z
  .string()
  .regex(/^\d{1,4}(?:\.5)?$/, 'must be a number in steps of a half')
  .transform(Number);

const schema = z.object({
  ...serviceSettings,
  DATABASE_URL: z.string(),
  DATABASE_POOL_SIZE: integerValue(4, 100).default(10),
  REDIS_URL: z.string().optional(),
  REDIS_NEXUS_URL: z.string().optional(),
  FRONTEND_URL: z.string().optional(),
  CORS_ALLOWED_ORIGINS: z.string().optional(),
  TRUSTED_PROXIES: z.string().optional(),
  NEXUS_URL: z.url({ protocol: /^https?$/, error: 'must be an absolute http or https address' }),
  JWT_PUBLIC_KEY: z.string(),
  SERVICE_KEY: z.string(),
  DATA_ENCRYPTION_KEY: z.string().optional(),
  DB_HOST: z.string().min(1).default('central-nexus-db'),
  DB_PORT: integerValue(1, 65_535).default(5432),
  DB_SUPERUSER: z.string().min(1),
  DB_SUPERUSER_PASSWORD: z.string().min(1),
  BACKUP_DIR: z.string().optional(),
  REGION_DRIVER: z.enum(['docker', 'process', 'swarm'], 'must be docker, process or swarm').default('docker'),
  REGION_STATE_DIR: z.string().default('.sectorwars/regions'),
  REGION_PORT_RANGE: ports.default('8100-8999'),
  REGION_IMAGE: z
    .string()
    .regex(/^[a-z0-9][a-z0-9._/:-]{0,150}$/, 'must be the name of an image without tag')
    .default('sectorwars2102/gameserver'),
  REGION_IMAGE_DIGEST: digest.optional(),
  REGION_IMAGE_ALLOWED: listValue().default([]),
  REGION_NETWORK: z.string().default('regional-network'),
  DOCKER_HOST: z.string().default('tcp://socket-proxy:2375'),
  MAX_REGIONS_PER_USER: integerValue(1, 100).default(1),
  MAX_TOTAL_REGIONS: integerValue(1, 10_000).default(100),
  DEFAULT_CPU_CORES: integerValue(1, 8).default(2),
  DEFAULT_MEMORY_GB: integerValue(2, 16).default(4),
  DEFAULT_DISK_GB: integerValue(10, 100).default(20),
  MAX_CPU_CORES: integerValue(1, 8).default(8),
  MAX_MEMORY_GB: integerValue(2, 16).default(16),
  MAX_DISK_GB: integerValue(10, 100).default(100),
  HOST_CPU_BUDGET: budget.optional(),
  HOST_MEMORY_BUDGET_GB: budget.optional(),
  MONITOR_INTERVAL_S: integerValue(1, 3600).default(30),
  AUTO_SCALING_ENABLED: booleanValue().default(true),
  SCALE_UP_CPU: integerValue(1, 100).default(80),
  SCALE_UP_MEMORY: integerValue(1, 100).default(85),
  SCALE_DOWN_CPU: integerValue(0, 99).default(20),
  SCALE_DOWN_MEMORY: integerValue(0, 99).default(30),
  READY_TIMEOUT_S: integerValue(1, 3600).default(120),
  TERMINATION_NOTICE_S: integerValue(0, 86_400).default(600),
});

export type ManagerConfig = Readonly<ReturnType<typeof loadConfig>>;

/**
 * Reads the environment of a region-manager once (rule book, platform 12.3).
 *
 * @throws StartupError with one sentence when a variable is missing, unusable, contradicts another or is a sample.
 */
export const loadConfig = (env: Environment) => {
  const raw = readConfig(schema, env);
  const host = resolveHost(raw);
  assertLoopbackInDevelopment({ environment: raw.ENVIRONMENT, host });
  assertNoSample('DB_SUPERUSER_PASSWORD', raw.DB_SUPERUSER_PASSWORD, raw.ENVIRONMENT);
  if (raw.SCALE_DOWN_CPU >= raw.SCALE_UP_CPU || raw.SCALE_DOWN_MEMORY >= raw.SCALE_UP_MEMORY) {
    throw new StartupError(
      'SCALE_DOWN_* must be below SCALE_UP_*, or regions would grow and shrink in turn.',
    );
  }
  if (raw.REDIS_NEXUS_URL !== undefined && raw.REDIS_URL === undefined) {
    throw new StartupError('REDIS_NEXUS_URL needs REDIS_URL: regions with one have both.');
  }
  const keys = readServiceKeys(raw);
  return {
    environment: raw.ENVIRONMENT,
    host,
    port: raw.PORT,
    metricsHost: raw.METRICS_HOST,
    metricsPort: raw.METRICS_PORT,
    logLevel: raw.LOG_LEVEL,
    databaseUrl: raw.DATABASE_URL,
    poolSize: raw.DATABASE_POOL_SIZE,
    redisUrl: raw.REDIS_URL,
    redisNexusUrl: raw.REDIS_NEXUS_URL,
    /** Settings that are the same for every regional server. */
    passedOn: Object.fromEntries(
      (['FRONTEND_URL', 'CORS_ALLOWED_ORIGINS', 'TRUSTED_PROXIES'] as const).flatMap((name) => {
        const value = raw[name];
        return value === undefined ? [] : [[name, value]];
      }),
    ) as Readonly<Record<string, string>>,
    nexusUrl: raw.NEXUS_URL.replace(/\/+$/, ''),
    keys,
    encryptionKey: encryptionKeyFrom(raw.DATA_ENCRYPTION_KEY, keys.own),
    clusters: {
      host: raw.DB_HOST,
      port: raw.DB_PORT,
      user: raw.DB_SUPERUSER,
      password: raw.DB_SUPERUSER_PASSWORD,
    },
    backupDir: raw.BACKUP_DIR,
    driver: readDriverConfig(raw),
    maxRegionsPerUser: raw.MAX_REGIONS_PER_USER,
    maxTotalRegions: raw.MAX_TOTAL_REGIONS,
    defaults: {
      cpuCores: raw.DEFAULT_CPU_CORES,
      memoryGb: raw.DEFAULT_MEMORY_GB,
      diskGb: raw.DEFAULT_DISK_GB,
    },
    max: { cpuCores: raw.MAX_CPU_CORES, memoryGb: raw.MAX_MEMORY_GB, diskGb: raw.MAX_DISK_GB },
    budget: {
      cpuCores: raw.HOST_CPU_BUDGET ?? Number.POSITIVE_INFINITY,
      memoryGb: raw.HOST_MEMORY_BUDGET_GB ?? Number.POSITIVE_INFINITY,
    },
    monitorIntervalMs: raw.MONITOR_INTERVAL_S * 1000,
    isAutoScaling: raw.AUTO_SCALING_ENABLED,
    thresholds: {
      upCpuPct: raw.SCALE_UP_CPU,
      upMemoryPct: raw.SCALE_UP_MEMORY,
      downCpuPct: raw.SCALE_DOWN_CPU,
      downMemoryPct: raw.SCALE_DOWN_MEMORY,
    },
    readyTimeoutMs: raw.READY_TIMEOUT_S * 1000,
    terminationNoticeMs: raw.TERMINATION_NOTICE_S * 1000,
  };
};
