import { adminLogin, adminLogout, adminRefresh, login, logout, refresh } from '@sw/contracts';
import { AppError } from '@sw/service-kit';
import type { Registrar } from '../../http/register.ts';
import { presentSignedIn } from './auth.presenter.ts';
import type { Audience, AuthParts } from './auth-parts.ts';
import { DEVICE_COOKIE } from './device-cookie.ts';
import { refreshSession } from './refresh.service.ts';
import { clearRefreshCookie, readRefreshToken, setDeviceCookie, setRefreshCookie } from './refresh-cookie.ts';
import { signOut } from './sessions.service.ts';
import { signIn } from './sign-in.service.ts';

const ENDPOINTS = {
  player: { login, refresh, logout },
  admin: { login: adminLogin, refresh: adminRefresh, logout: adminLogout },
} as const;

/** Binds sign-in, refresh and sign-out of one audience; the two share their code and nothing else. */
export const registerSignInRoutes = (
  { bind, deps }: Registrar,
  parts: AuthParts,
  audience: Audience,
): void => {
  const endpoints = ENDPOINTS[audience];
  const expiresIn = deps.config.accessTokenTtlS;

  bind(endpoints.login, async (context) => {
    const { delivery, login: name, password } = context.body;
    const credentials = { login: name, password, deviceCookie: context.cookie(DEVICE_COOKIE) };
    const issued = await signIn(parts, audience, credentials, context);
    if (delivery === 'cookie') {
      setRefreshCookie(deps, context, audience, issued);
      setDeviceCookie(deps, context, audience, issued.user.id);
    }
    return presentSignedIn(issued, expiresIn, delivery);
  });

  bind(endpoints.refresh, async (context) => {
    const fromBody = context.body.refreshToken;
    const token = readRefreshToken(deps, context, audience, fromBody);
    if (token === undefined) throw new AppError('unauthenticated');
    const issued = await refreshSession(parts, audience, token, context);
    const delivery = fromBody === undefined ? 'cookie' : 'body';
    if (delivery === 'cookie') setRefreshCookie(deps, context, audience, issued);
    return presentSignedIn(issued, expiresIn, delivery);
  });

  bind(endpoints.logout, async (context) => {
    const token = readRefreshToken(deps, context, audience, context.body.refreshToken);
    if (token !== undefined) await signOut(parts, audience, token, context);
    clearRefreshCookie(deps, context, audience);
    return undefined;
  });
};
