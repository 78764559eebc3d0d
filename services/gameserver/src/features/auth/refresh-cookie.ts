import type { EndpointDeclaration } from '@sw/contracts';
import { AppError, canonicalOrigin } from '@sw/service-kit';
import type { Deps } from '../../deps.ts';
import type { RequestContext } from '../../http/request-context.ts';
import type { Audience } from './auth-parts.ts';
import { isOwnPage } from './csrf.policy.ts';
import { createDeviceCookie, DEVICE_COOKIE, DEVICE_DAYS } from './device-cookie.ts';
import type { IssuedSession } from './issue-session.ts';

const DAY_S = 86_400;

/** Each audience has a cookie of its own, sent to its own paths only (rule book, platform 3.2). */
const COOKIES = {
  player: { name: 'sw_rt', path: '/api/v1/auth' },
  admin: { name: 'sw_rta', path: '/api/v1/admin/auth' },
} as const;

type Request<E extends EndpointDeclaration> = Pick<
  RequestContext<E>,
  'cookie' | 'header' | 'setCookie' | 'isHttps' | 'nowMs'
>;

/**
 * The refresh token of a request: from the body where the client keeps it itself, else from the cookie of
 * this audience, and then only for a page of ours.
 *
 * @throws AppError `validation_failed` for both at once, `csrf_rejected` for a foreign page
 */
export const readRefreshToken = <E extends EndpointDeclaration>(
  deps: Deps,
  request: Request<E>,
  audience: Audience,
  fromBody: string | undefined,
): string | undefined => {
  const fromCookie = request.cookie(COOKIES[audience].name);
  if (fromBody !== undefined) {
    if (fromCookie === undefined) return fromBody;
    const message = 'The refresh token comes in the cookie or in the body, not in both.';
    throw new AppError(
      'validation_failed',
      {},
      { errors: [{ path: '/refreshToken', code: 'ambiguous', message }] },
    );
  }
  const source = {
    origin: request.header('origin'),
    fetchSite: request.header('sec-fetch-site'),
    client: request.header('x-sw-client'),
  };
  const adminOrigin = deps.config.adminOrigin === undefined ? null : canonicalOrigin(deps.config.adminOrigin);
  if (!isOwnPage(source, audience, deps.origins, adminOrigin)) throw new AppError('csrf_rejected');
  return fromCookie;
};

/** Puts the refresh token of a browser into its cookie. */
export const setRefreshCookie = <E extends EndpointDeclaration>(
  deps: Deps,
  request: Request<E>,
  audience: Audience,
  issued: IssuedSession,
): void => {
  const { name, path } = COOKIES[audience];
  const maxAge = Math.max(1, Math.floor((issued.refreshExpiresAtMs - request.nowMs) / 1000));
  request.setCookie(name, issued.refreshToken, { path, maxAge, secure: isSecure(deps, request) });
};

/** Removes the refresh cookie of a browser. */
export const clearRefreshCookie = <E extends EndpointDeclaration>(
  deps: Deps,
  request: Request<E>,
  audience: Audience,
): void => {
  const { name, path } = COOKIES[audience];
  request.setCookie(name, '', { path, maxAge: 0, secure: isSecure(deps, request) });
};

/** Remembers that somebody signed in to this account from this browser. */
export const setDeviceCookie = <E extends EndpointDeclaration>(
  deps: Deps,
  request: Request<E>,
  audience: Audience,
  userId: string,
): void => {
  const value = createDeviceCookie(deps.keys.hmac, deps.random, userId, request.nowMs);
  const { path } = COOKIES[audience];
  request.setCookie(DEVICE_COOKIE, value, {
    path,
    maxAge: DEVICE_DAYS * DAY_S,
    secure: isSecure(deps, request),
  });
};

/** Only a developer's own machine may do without https. */
const isSecure = <E extends EndpointDeclaration>(deps: Deps, request: Request<E>): boolean =>
  deps.config.environment !== 'development' || request.isHttps;
