import { z } from 'zod';
import { StartupError } from './startup-error.ts';

export const ENVIRONMENTS = ['production', 'development', 'test'] as const;
export type EnvironmentName = (typeof ENVIRONMENTS)[number];

/** `ENVIRONMENT`: production unless somebody says otherwise, so that a forgotten setting is the safe one. */
export const environmentValue = () =>
  z.enum(ENVIRONMENTS, `must be one of ${ENVIRONMENTS.join(', ')}`).default('production');

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|::1|0:0:0:0:0:0:0:1|::ffff:127(?:\.\d{1,3}){3})$/i;

/** True for names and addresses that only this machine can reach. Brackets around IPv6 are allowed. */
export const isLoopbackHost = (host: string): boolean => LOOPBACK.test(host.replace(/^\[(.*)\]$/, '$1'));

/** Where a service listens when `HOST` is not set: this machine in development and tests, else everywhere. */
export const defaultHost = (environment: EnvironmentName): string =>
  environment === 'production' ? '0.0.0.0' : '127.0.0.1';

/**
 * Development switches off protections, so it must not be reachable from outside (rule book,
 * platform 1).
 *
 * @throws StartupError in development with a host that is not loopback.
 */
export const assertLoopbackInDevelopment = (settings: {
  readonly environment: EnvironmentName;
  readonly host: string;
}): void => {
  if (settings.environment !== 'development' || isLoopbackHost(settings.host)) return;
  throw new StartupError(
    `ENVIRONMENT is development, so HOST must be a loopback address such as 127.0.0.1, not ${settings.host}.`,
  );
};
