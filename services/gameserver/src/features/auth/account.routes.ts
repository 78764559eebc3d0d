import {
  deleteAccount as deleteAccountEndpoint,
  exportAccount as exportAccountEndpoint,
  getAccount,
  patchAccount,
  requestEmailVerification,
  requestPasswordReset,
  resetPassword as resetPasswordEndpoint,
  verifyEmail as verifyEmailEndpoint,
} from '@sw/contracts';
import { assertProved } from '../../http/admission.ts';
import type { Registrar } from '../../http/register.ts';
import { toMoment } from '../../platform/clock.ts';
import { changeAccount, doomAccount, GRACE_DAYS, readAccount } from './account.service.ts';
import type { AuthParts } from './auth-parts.ts';
import { requestVerification, verifyEmail } from './email-verification.service.ts';
import { exportAccount } from './export.service.ts';
import { createResetLimits, requestReset, resetPassword } from './password-reset.service.ts';
import { ownerOf } from './session-owner.ts';

const DAY_MS = 86_400_000;

/** Binds e-mail, password reset, and what somebody does with his account as a whole. */
export const registerAccountRoutes = ({ bind, deps }: Registrar, parts: AuthParts): void => {
  const limits = createResetLimits(deps.config.rateLimitFactor, deps.limiter);

  bind(requestPasswordReset, async (context) => {
    await requestReset(parts, limits, context.body.email, context);
    return { accepted: true as const };
  });

  bind(resetPasswordEndpoint, async (context) => {
    await resetPassword(parts, context.params.token, context.body.password, context);
    return undefined;
  });

  bind(requestEmailVerification, async (context) => {
    await requestVerification(parts, ownerOf(context.caller).userId, context);
    return { accepted: true as const };
  });

  bind(verifyEmailEndpoint, async (context) => ({
    state: await verifyEmail(parts, context.params.token, context),
  }));

  bind(getAccount, async ({ caller }) => {
    const account = await readAccount(parts, ownerOf(caller));
    const doomedMs = account.deletionRequestedAt?.getTime();
    return {
      id: account.id,
      username: account.username,
      email: account.email,
      emailVerified: account.emailVerifiedAt !== null,
      pendingEmail: account.pendingEmail,
      locale: account.locale,
      createdAt: toMoment(account.createdAt.getTime()),
      hasPassword: account.passwordHash !== null,
      deletionAt: doomedMs === undefined ? null : toMoment(doomedMs + GRACE_DAYS * DAY_MS),
    };
  });

  bind(patchAccount, async (context) => {
    const { locale, email } = context.body;
    // An address receives the links that open the account.
    if (email !== undefined) assertProved(context.caller, context.nowMs);
    await changeAccount(parts, ownerOf(context.caller), { locale, email }, context);
    return undefined;
  });

  bind(deleteAccountEndpoint, async (context) => {
    const isAdmin = context.caller.kind === 'admin';
    await doomAccount(parts, ownerOf(context.caller), isAdmin, context);
    return undefined;
  });

  bind(exportAccountEndpoint, (context) => exportAccount(parts, ownerOf(context.caller), context));
};
