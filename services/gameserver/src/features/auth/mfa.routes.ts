import {
  confirmMfa as confirmMfaEndpoint,
  disableMfa as disableMfaEndpoint,
  getMfa,
  renewBackupCodes as renewBackupCodesEndpoint,
  setUpMfa as setUpMfaEndpoint,
} from '@sw/contracts';
import type { Registrar } from '../../http/register.ts';
import { toMoment } from '../../platform/clock.ts';
import type { AuthParts } from './auth-parts.ts';
import { confirmMfa, disableMfa, readMfa, renewBackupCodes, setUpMfa } from './mfa.service.ts';
import { ownerOf } from './session-owner.ts';

/** Binds what somebody signed in does with his second factor. */
export const registerMfaRoutes = ({ bind }: Registrar, parts: AuthParts): void => {
  bind(getMfa, async ({ caller }) => {
    const { confirmedAt, ...state } = await readMfa(parts, ownerOf(caller));
    return { ...state, confirmedAt: confirmedAt === null ? null : toMoment(confirmedAt.getTime()) };
  });

  bind(setUpMfaEndpoint, (context) => setUpMfa(parts, ownerOf(context.caller), context));

  bind(confirmMfaEndpoint, async (context) => ({
    backupCodes: [...(await confirmMfa(parts, ownerOf(context.caller), context.body.code, context))],
  }));

  bind(renewBackupCodesEndpoint, async (context) => ({
    backupCodes: [...(await renewBackupCodes(parts, ownerOf(context.caller), context.body.code, context))],
  }));

  bind(disableMfaEndpoint, async (context) => {
    const { password, code } = context.body;
    await disableMfa(parts, ownerOf(context.caller), { password, code }, context);
    return undefined;
  });
};
