import {
  adminLogin,
  adminLogout,
  adminRefresh,
  adminVerifyMfa,
  login,
  logout,
  refresh,
  verifyMfa,
} from '@sw/contracts';
import { AppError } from '@sw/service-kit';
import type { Registrar } from '../../http/register.ts';
import { presentChallenge, presentSignedIn } from './auth.presenter.ts';
import type { Audience, AuthParts } from './auth-parts.ts';
import { DEVICE_COOKIE } from './device-cookie.ts';
import { handOver } from './hand-over.ts';
import { completeSignIn } from './mfa-sign-in.service.ts';
import { refreshSession } from './refresh.service.ts';
import { clearRefreshCookie, readRefreshToken, setRefreshCookie } from './refresh-cookie.ts';
import { signOut } from './sessions.service.ts';
import { signIn } from './sign-in.service.ts';

const ENDPOINTS = {
  player: { login, verify: verifyMfa, refresh, logout },
  admin: { login: adminLogin, verify: adminVerifyMfa, refresh: adminRefresh, logout: adminLogout },
} as const;

/** Binds sign-in, refresh and sign-out of one audience; the two share their code and nothing else. */
export const registerSignInRoutes = (
  { bind, deps }: Registrar,
  parts: AuthParts,
  audience: Audience,
): void => {
  const endpoints = ENDPOINTS[audience];

  bind(endpoints.login, async (context) => {
    const { delivery, login: name, password } = context.body;
    const credentials = { login: name, password, deviceCookie: context.cookie(DEVICE_COOKIE) };
    const outcome = await signIn(parts, audience, credentials, context);
    if ('mfaToken' in outcome) return presentChallenge(outcome);
    return handOver(deps, context, audience, outcome, delivery);
  });

  bind(endpoints.verify, async (context) => {
    const { delivery, mfaToken, code } = context.body;
    const issued = await completeSignIn(parts, audience, { mfaToken, code }, context);
    return handOver(deps, context, audience, issued, delivery);
  });

  bind(endpoints.refresh, async (context) => {
    const fromBody = context.body.refreshToken;
    const token = readRefreshToken(deps, context, audience, fromBody);
    if (token === undefined) throw new AppError('unauthenticated');
    const issued = await refreshSession(parts, audience, token, context);
    const delivery = fromBody === undefined ? 'cookie' : 'body';
    if (delivery === 'cookie') setRefreshCookie(deps, context, audience, issued);
    return presentSignedIn(issued, deps.config.accessTokenTtlS, delivery);
  });

  bind(endpoints.logout, async (context) => {
    const token = readRefreshToken(deps, context, audience, context.body.refreshToken);
    if (token !== undefined) await signOut(parts, audience, token, context);
    clearRefreshCookie(deps, context, audience);
    return undefined;
  });
};
