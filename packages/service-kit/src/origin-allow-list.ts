import { canonicalOrigin } from './canonical-origin.ts';
import { StartupError } from './startup-error.ts';

export interface OriginSettings {
  readonly frontendUrl?: string | undefined;
  readonly adminUrl?: string | undefined;
  readonly adminOrigin?: string | undefined;
  readonly corsAllowedOrigins?: readonly string[] | undefined;
  /** The port of a standalone server, which also serves its clients from this machine. */
  readonly standalonePort?: number | undefined;
}

export interface OriginAllowList {
  readonly origins: readonly string[];
  /** Exact comparison; an absent or opaque (`null`) origin is never allowed. */
  allows(origin: string | undefined): boolean;
}

/**
 * Who may call the cookie and socket endpoints from a browser: exact origins, no patterns (rule book,
 * platform 4). Used for CORS, for the CSRF check and for socket upgrades, so they cannot differ.
 *
 * @throws StartupError for an entry that is not an http or https address, wildcards included.
 */
export const createOriginAllowList = (settings: OriginSettings): OriginAllowList => {
  const named: readonly (readonly [string, string | undefined])[] = [
    ['FRONTEND_URL', settings.frontendUrl],
    ['ADMIN_URL', settings.adminUrl],
    ['ADMIN_ORIGIN', settings.adminOrigin],
    ...(settings.corsAllowedOrigins ?? []).map((url) => ['CORS_ALLOWED_ORIGINS', url] as const),
    ...standaloneOrigins(settings.standalonePort).map((url) => ['PORT', url] as const),
  ];
  const origins = new Set<string>();
  for (const [variable, url] of named) {
    if (url !== undefined) origins.add(originOrRefuse(variable, url));
  }
  return {
    origins: [...origins],
    allows: (origin) => origin !== undefined && origins.has(origin),
  };
};

const standaloneOrigins = (port: number | undefined): readonly string[] =>
  port === undefined ? [] : [`http://localhost:${port}`, `http://127.0.0.1:${port}`];

const originOrRefuse = (variable: string, url: string): string => {
  const origin = canonicalOrigin(url);
  if (origin === null)
    throw new StartupError(`${variable} must hold http or https addresses, without wildcards.`);
  return origin;
};
