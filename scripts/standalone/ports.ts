import { loadConfig } from '@sw/gameserver';
import { resolveVariable } from '@sw/service-kit';
import { StartupError } from '@sw/service-kit/startup-error';
import type { Variables } from './environment.ts';
import { isPortFree } from './free-port.ts';
import { givenJwtSecret, placeholderSecret } from './secrets.ts';

const DEFAULT_METRICS_PORT = '9464';

/**
 * Refuses in one sentence, before anything is started, whatever is wrong with the settings of the game server, and a
 * port that is taken.
 */
export async function assertCanListen(env: Variables): Promise<void> {
  const isEmbedded = resolveVariable(env, 'DATABASE_URL') === undefined;
  const { host, port } = loadConfig({
    ...env,
    JWT_SECRET_FILE: undefined,
    JWT_SECRET: givenJwtSecret(env, isEmbedded) ?? placeholderSecret(),
  });
  if (await isPortFree(port, host)) return;
  throw new StartupError(
    `Port ${port} is in use by another process or not allowed: stop that process, or set PORT to another number.`,
  );
}

/** Nobody who only wants to play should be stopped by a metrics port that another program happens to use. */
export async function withFreeMetricsPort(env: Variables): Promise<Variables> {
  if (env['METRICS_PORT']) return env;
  const isFree = await isPortFree(Number(DEFAULT_METRICS_PORT), '127.0.0.1');
  return { ...env, METRICS_PORT: isFree ? DEFAULT_METRICS_PORT : '0' };
}
