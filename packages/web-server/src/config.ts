import type { Environment } from '@sw/service-kit';
import { logLevelValue, portValue, readConfig } from '@sw/service-kit';
import { z } from 'zod';

const DEFAULT_PORT = 3000;

/** A path of the app's own origin: its policy lets it call no other. */
const ownPath = () => z.string().regex(/^\/(?!\/)[\w/.-]*$/, 'must be a path such as /api/v1');

const schema = z.object({
  HOST: z.string().default('0.0.0.0'),
  PORT: portValue().default(DEFAULT_PORT),
  LOG_LEVEL: logLevelValue(),
  WEB_APP_DIR: z.string(),
  VITE_API_URL: ownPath().default('/api/v1'),
  VITE_WS_URL: ownPath().default('/api/v1/ws/connect'),
  VITE_ENVIRONMENT: z.string().max(40).default('production'),
  BUILD_COMMIT: z.string().default('unknown'),
});

export type WebServerConfig = ReturnType<typeof loadConfig>;

/**
 * Reads the environment of a web server once (rule book, platform 12.3).
 *
 * @throws StartupError with one sentence when a variable is missing or unusable
 */
export const loadConfig = (env: Environment) => {
  const raw = readConfig(schema, env);
  return {
    host: raw.HOST,
    port: raw.PORT,
    logLevel: raw.LOG_LEVEL,
    folder: raw.WEB_APP_DIR,
    /** What `/config.json` says. */
    runtime: {
      apiBase: raw.VITE_API_URL,
      socketPath: raw.VITE_WS_URL,
      environment: raw.VITE_ENVIRONMENT,
      build: raw.BUILD_COMMIT,
    },
  };
};
