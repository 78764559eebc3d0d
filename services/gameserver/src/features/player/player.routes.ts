import { PLAYER_ENDPOINTS } from '@sw/contracts';
import { AppError } from '@sw/service-kit';
import type { UserCaller } from '../../http/caller.ts';
import { isUnchanged } from '../../http/etag.ts';
import { RawReply } from '../../http/raw-reply.ts';
import type { RegisterRoutes } from '../../http/register.ts';
import { readPlayerState, readTurns, stateTag } from './player.service.ts';
import { readCreditTrail, readTurnTrail } from './trail.service.ts';

const playerOf = (caller: UserCaller): string => {
  if (caller.kind !== 'player') throw new AppError('forbidden');
  return caller.playerId;
};

/** State, turns and the two ledgers of the caller. */
export const registerPlayerRoutes: RegisterRoutes = ({ bind, deps }) => {
  bind(PLAYER_ENDPOINTS.getPlayerState, async ({ caller, nowMs, ifNoneMatch, setHeader }) => {
    const state = await readPlayerState(deps, playerOf(caller), nowMs);
    const tag = stateTag(state);
    setHeader('cache-control', 'private, no-cache');
    if (isUnchanged(ifNoneMatch, tag)) return new RawReply('', { etag: tag }, 304);
    setHeader('etag', tag);
    return state;
  });
  bind(PLAYER_ENDPOINTS.getTurns, ({ caller, nowMs }) => readTurns(deps, caller.playerId, nowMs));
  bind(PLAYER_ENDPOINTS.listTurnLedger, ({ caller, query }) => readTurnTrail(deps, caller.playerId, query));
  bind(PLAYER_ENDPOINTS.listCreditLedger, ({ caller, query }) =>
    readCreditTrail(deps, caller.playerId, query),
  );
};
