import {
  changePassword as changePasswordEndpoint,
  createSocketTicket as createSocketTicketEndpoint,
  listSessions as listSessionsEndpoint,
  logoutAll,
  register as registerEndpoint,
  revokeSession as revokeSessionEndpoint,
  stepUp as stepUpEndpoint,
  usernameAvailable,
} from '@sw/contracts';
import type { RegisterRoutes } from '../../http/register.ts';
import { registerAccountRoutes } from './account.routes.ts';
import { presentProven, presentSessions } from './auth.presenter.ts';
import type { AuthParts } from './auth-parts.ts';
import { handOver } from './hand-over.ts';
import { registerMfaRoutes } from './mfa.routes.ts';
import { checkName } from './name.service.ts';
import { changePassword } from './password.service.ts';
import { createPasswordHasher } from './password-hasher.ts';
import { clearRefreshCookie } from './refresh-cookie.ts';
import { createRegistrationLimits, register } from './register.service.ts';
import { ownerOf } from './session-owner.ts';
import { listSessions, revokeSession, signOutEverywhere } from './sessions.service.ts';
import { registerSignInRoutes } from './sign-in.routes.ts';
import { createSocketTicket } from './socket-ticket.service.ts';
import { stepUp } from './step-up.service.ts';

/** Binds everything about accounts and sessions, of players and of operators. */
export const registerAuthRoutes: RegisterRoutes = (registrar) => {
  const { bind, deps, tokens, gate } = registrar;
  const parts: AuthParts = { deps, tokens, gate, hasher: createPasswordHasher(deps.random) };
  const limits = createRegistrationLimits(deps.config.rateLimitFactor, deps.limiter);

  registerSignInRoutes(registrar, parts, 'player');
  registerSignInRoutes(registrar, parts, 'admin');
  registerMfaRoutes(registrar, parts);
  registerAccountRoutes(registrar, parts);

  bind(registerEndpoint, async (context) => {
    const { username, email, password, locale, delivery } = context.body;
    const issued = await register(parts, limits, { username, email, password, locale }, context);
    return handOver(deps, context, 'player', issued, delivery);
  });

  bind(usernameAvailable, ({ query }) => checkName(deps, query.u));

  bind(logoutAll, async (context) => {
    const owner = ownerOf(context.caller);
    await signOutEverywhere(parts, owner, context);
    clearRefreshCookie(deps, context, owner.audience);
    return undefined;
  });

  bind(listSessionsEndpoint, async ({ caller, nowMs }) => {
    const owner = ownerOf(caller);
    return presentSessions(await listSessions(parts, owner, nowMs), owner.sessionId);
  });

  bind(revokeSessionEndpoint, async (context) => {
    await revokeSession(parts, ownerOf(context.caller), context.params.id, context);
    return undefined;
  });

  bind(changePasswordEndpoint, async (context) => {
    await changePassword(parts, ownerOf(context.caller), context.body, context);
    return undefined;
  });

  bind(stepUpEndpoint, async (context) => {
    const { password, code } = context.body;
    const proven = await stepUp(parts, ownerOf(context.caller), { password, code }, context);
    return presentProven(proven, deps.config.accessTokenTtlS);
  });

  bind(createSocketTicketEndpoint, ({ caller, nowMs }) => createSocketTicket(parts, ownerOf(caller), nowMs));
};
