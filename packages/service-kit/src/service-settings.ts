import { z } from 'zod';
import { portValue } from './env-values.ts';
import type { EnvironmentName } from './environment.ts';
import { defaultHost, environmentValue } from './environment.ts';
import { logLevelValue } from './log-level.ts';

export const DEFAULT_PORT = 8080;
export const DEFAULT_METRICS_PORT = 9464;

/**
 * The variables every Node service understands (rule book, platform 12.3). Spread it into the object
 * schema of a service. `HOST` stays open here because its default depends on `ENVIRONMENT`: see
 * `resolveHost`.
 */
export const serviceSettings = {
  ENVIRONMENT: environmentValue(),
  HOST: z.string().optional(),
  PORT: portValue().default(DEFAULT_PORT),
  LOG_LEVEL: logLevelValue(),
  METRICS_PORT: portValue().default(DEFAULT_METRICS_PORT),
  METRICS_HOST: z.string().default('127.0.0.1'),
};

/** The host to listen on: `HOST` when set, else the default of the environment. */
export const resolveHost = (settings: {
  readonly ENVIRONMENT: EnvironmentName;
  readonly HOST?: string | undefined;
}): string => settings.HOST ?? defaultHost(settings.ENVIRONMENT);
