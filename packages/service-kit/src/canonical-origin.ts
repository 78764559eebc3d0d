import type { EnvironmentName } from './environment.ts';
import { isLoopbackHost } from './environment.ts';
import { StartupError } from './startup-error.ts';

/** The origin of an absolute http or https URL as browsers send it, or null for anything else. */
export const canonicalOrigin = (url: string): string | null => {
  const parsed = URL.parse(url);
  return parsed !== null && (parsed.protocol === 'http:' || parsed.protocol === 'https:')
    ? parsed.origin
    : null;
};

/**
 * Checks a public address of the installation (`API_BASE_URL`, `FRONTEND_URL`, `ADMIN_URL`) and
 * returns it without a slash at its end.
 *
 * @throws StartupError when it is not absolute, or not https in production; loopback may be http.
 */
export const publicUrl = (variable: string, url: string, environment: EnvironmentName): string => {
  if (canonicalOrigin(url) === null) {
    throw new StartupError(`${variable} must be an absolute http or https address.`);
  }
  const { protocol, hostname } = new URL(url);
  if (environment === 'production' && protocol !== 'https:' && !isLoopbackHost(hostname)) {
    throw new StartupError(`${variable} must use https in production.`);
  }
  return url.replace(/\/+$/, '');
};
