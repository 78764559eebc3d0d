import { ADMIN_ENDPOINTS } from '@sw/contracts/admin';
import type { RegisterRoutes } from '../../http/register.ts';
import { adjustCredits, adjustTurns, mutePlayer } from './adjust.service.ts';
import { listPlayers, readDossier, readLedger, readTimeline } from './read-players.service.ts';
import { teleportPlayer } from './teleport.service.ts';

/** Binds what operators see of players and do for them. */
export const registerAdminPlayersRoutes: RegisterRoutes = ({ bind, deps }) => {
  bind(ADMIN_ENDPOINTS.listPlayers, ({ query, nowMs }) => listPlayers(deps, query, nowMs));
  bind(ADMIN_ENDPOINTS.getPlayerDossier, ({ params }) => readDossier(deps, params.id));
  bind(ADMIN_ENDPOINTS.listPlayerLedger, ({ params, query }) => readLedger(deps, params.id, query));
  bind(ADMIN_ENDPOINTS.listPlayerTimeline, ({ params }) => readTimeline(deps, params.id));
  bind(ADMIN_ENDPOINTS.adjustCredits, (context) => adjustCredits(deps, context));
  bind(ADMIN_ENDPOINTS.adjustTurns, (context) => adjustTurns(deps, context));
  bind(ADMIN_ENDPOINTS.teleportPlayer, (context) => teleportPlayer(deps, context));
  bind(ADMIN_ENDPOINTS.mutePlayer, (context) => mutePlayer(deps, context));
};
