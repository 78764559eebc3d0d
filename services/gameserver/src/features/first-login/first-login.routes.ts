import { PLAYER_ENDPOINTS } from '@sw/contracts';
import { AppError } from '@sw/service-kit';
import type { UserCaller } from '../../http/caller.ts';
import type { RegisterRoutes } from '../../http/register.ts';
import { completeFirstLogin, readFirstLogin } from './first-login.service.ts';

const playerOf = (caller: UserCaller): string => {
  if (caller.kind !== 'player') throw new AppError('forbidden');
  return caller.playerId;
};

/** The first login without the dialogue: one form, one grant. */
export const registerFirstLoginRoutes: RegisterRoutes = ({ bind, deps, gate }) => {
  bind(PLAYER_ENDPOINTS.getFirstLogin, ({ caller }) => readFirstLogin(deps, caller.userId, playerOf(caller)));
  bind(PLAYER_ENDPOINTS.completeFirstLogin, async (context) => {
    const reply = await completeFirstLogin(deps, context, playerOf(context.caller));
    gate.forget(context.caller.sessionId);
    return reply;
  });
};
