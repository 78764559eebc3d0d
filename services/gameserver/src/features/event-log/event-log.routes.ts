import { PLAYER_ENDPOINTS } from '@sw/contracts';
import type { RegisterRoutes } from '../../http/register.ts';
import { markSeen, readDigest, readEvents } from './event-log.service.ts';

/** What happened to a player, kept for ever. */
export const registerEventLogRoutes: RegisterRoutes = ({ bind, deps }) => {
  bind(PLAYER_ENDPOINTS.listEvents, ({ caller, query }) => readEvents(deps, caller.playerId, query));
  bind(PLAYER_ENDPOINTS.getDigest, ({ caller }) => readDigest(deps, caller.playerId));
  bind(PLAYER_ENDPOINTS.seeDigest, ({ caller, body }) => markSeen(deps, caller.playerId, body));
};
