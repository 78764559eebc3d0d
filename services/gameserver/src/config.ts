import type { Environment } from '@sw/service-kit';
import {
  assertLoopbackInDevelopment,
  booleanValue,
  DEFAULT_TRUSTED_PROXIES,
  integerValue,
  isLoopbackHost,
  listValue,
  publicUrl,
  readConfig,
  resolveHost,
  StartupError,
  serviceSettings,
} from '@sw/service-kit';
import { z } from 'zod';
import { readRole, roleSettings } from './config-role.ts';

const schema = z.object({
  ...serviceSettings,
  ...roleSettings,
  DATABASE_POOL_SIZE: integerValue(4, 200).default(20),
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\//, 'must be a redis:// or rediss:// address')
    .optional(),
  REDIS_NEXUS_URL: z
    .string()
    .regex(/^rediss?:\/\//, 'must be a redis:// or rediss:// address')
    .optional(),
  REDIS_PREFIX: z
    .string()
    .regex(/^[a-z0-9:-]{0,80}$/, 'may hold small letters, digits, colons and hyphens')
    .default('sw:'),
  JWT_SECRET: z.string().min(32, 'must have at least 32 characters'),
  DATA_ENCRYPTION_KEY: z.string().optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must be smtp://… or smtps://…' }).optional(),
  MAIL_FROM: z.string().min(3).max(254).default('SectorWars 2102 <noreply@localhost>'),
  ADMIN_MFA_REQUIRED: booleanValue().optional(),
  ACCESS_TOKEN_EXPIRE_MINUTES: integerValue(1, 60).default(15),
  REFRESH_TOKEN_EXPIRE_DAYS: integerValue(1, 30).default(7),
  ADMIN_USERNAME: z.string().min(3).max(20).optional(),
  ADMIN_PASSWORD: z.string().min(12, 'must have at least 12 characters').max(128).optional(),
  RATE_LIMITS: z.enum(['strict', 'relaxed'], 'must be strict or relaxed').default('strict'),
  FRONTEND_URL: z.string().optional(),
  ADMIN_URL: z.string().optional(),
  ADMIN_ORIGIN: z.string().optional(),
  CORS_ALLOWED_ORIGINS: listValue().default([]),
  TRUSTED_PROXIES: listValue().default([...DEFAULT_TRUSTED_PROXIES]),
  GALAXY_SEED: z.string().min(1).max(64).optional(),
  NEXUS_ENABLED: booleanValue().default(true),
  REGION_MANAGER_URL: z.url({ protocol: /^https?$/ }).optional(),
  MAX_REGIONS_PER_USER: integerValue(1, 100).default(1),
  MAX_TOTAL_REGIONS: integerValue(0, 1000).default(100),
  NPC_TRAFFIC_PERCENT: integerValue(0, 200).default(100),
  BUILD_COMMIT: z.string().default('development'),
  BUILD_TIME: z.string().default(''),
});

/** Values that stand in examples; nobody may run with them. */
const SAMPLE_SECRETS = [/change.?me/i, /^(.)\1+$/, /your.?secret/i, /example/i, /^secret/i, /0123456789/];

const DATA_KEY_BYTES = 32;

const dataKeyOf = (text: string | undefined): Buffer | undefined => {
  if (text === undefined) return undefined;
  const key = Buffer.from(text, 'base64');
  if (key.length === DATA_KEY_BYTES && key.toString('base64') === text && new Set(key).size > 4) return key;
  throw new StartupError('DATA_ENCRYPTION_KEY must be 32 random bytes in base64 (openssl rand -base64 32).');
};

export type GameConfig = Readonly<ReturnType<typeof loadConfig>>;

/**
 * Reads the environment of a game server once.
 *
 * @throws StartupError with one sentence when a variable is missing, unusable or a sample value.
 */
export const loadConfig = (env: Environment) => {
  const raw = readConfig(schema, env);
  const host = resolveHost(raw);
  assertLoopbackInDevelopment({ environment: raw.ENVIRONMENT, host });
  if (SAMPLE_SECRETS.some((sample) => sample.test(raw.JWT_SECRET))) {
    throw new StartupError('JWT_SECRET is a sample value; set at least 32 random characters.');
  }
  const role = readRole(raw);
  if (raw.REDIS_NEXUS_URL !== undefined && raw.REDIS_URL === undefined) {
    throw new StartupError('REDIS_NEXUS_URL needs REDIS_URL: what regions hear passes through it.');
  }
  const isRelaxed = raw.RATE_LIMITS === 'relaxed' && raw.ENVIRONMENT !== 'production' && isLoopbackHost(host);
  return {
    environment: raw.ENVIRONMENT,
    host,
    port: raw.PORT,
    metricsHost: raw.METRICS_HOST,
    metricsPort: raw.METRICS_PORT,
    logLevel: raw.LOG_LEVEL,
    ...role,
    poolSize: raw.DATABASE_POOL_SIZE,
    redisUrl: raw.REDIS_URL,
    redisNexusUrl: raw.REDIS_NEXUS_URL,
    /** Before every key, so that several installations or regions may share a Redis. */
    redisPrefix: raw.REDIS_PREFIX,
    jwtSecret: raw.JWT_SECRET,
    /** Where mails go; absent: they wait in the database for a developer to read. */
    smtpUrl: raw.SMTP_URL,
    mailFrom: raw.MAIL_FROM,
    /** Seals secrets of accounts; absent: derived from `JWT_SECRET`. */
    dataEncryptionKey: dataKeyOf(raw.DATA_ENCRYPTION_KEY),
    /** No operator acts without a second factor. */
    isAdminMfaRequired: raw.ADMIN_MFA_REQUIRED ?? raw.ENVIRONMENT === 'production',
    accessTokenTtlS: raw.ACCESS_TOKEN_EXPIRE_MINUTES * 60,
    refreshTokenTtlMs: raw.REFRESH_TOKEN_EXPIRE_DAYS * 86_400_000,
    adminUsername: raw.ADMIN_USERNAME,
    adminPassword: raw.ADMIN_PASSWORD,
    /** Every limit is multiplied by this: 100 for demo, load and tests on a loopback address. */
    rateLimitFactor: isRelaxed ? 100 : 1,
    isRelaxedIgnored: raw.RATE_LIMITS === 'relaxed' && !isRelaxed,
    frontendUrl:
      raw.FRONTEND_URL === undefined
        ? undefined
        : publicUrl('FRONTEND_URL', raw.FRONTEND_URL, raw.ENVIRONMENT),
    adminUrl:
      raw.ADMIN_URL === undefined ? undefined : publicUrl('ADMIN_URL', raw.ADMIN_URL, raw.ENVIRONMENT),
    adminOrigin: raw.ADMIN_ORIGIN,
    corsAllowedOrigins: raw.CORS_ALLOWED_ORIGINS,
    trustedProxies: raw.TRUSTED_PROXIES,
    galaxySeed: raw.GALAXY_SEED,
    isNexusEnabled: raw.NEXUS_ENABLED,
    /** Absent: this server makes regions itself, as rows of its own database. */
    regionManagerUrl: raw.REGION_MANAGER_URL,
    maxRegionsPerUser: raw.MAX_REGIONS_PER_USER,
    maxTotalRegions: raw.MAX_TOTAL_REGIONS,
    /** Ships without players, of the number the rules name; 0 makes and moves none. */
    npcTrafficPercent: raw.NPC_TRAFFIC_PERCENT,
    build: { version: '0.1.0', commit: raw.BUILD_COMMIT, builtAt: raw.BUILD_TIME },
  };
};
