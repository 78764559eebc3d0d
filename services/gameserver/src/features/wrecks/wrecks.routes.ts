import { PLAYER_ENDPOINTS } from '@sw/contracts';
import type { RegisterRoutes } from '../../http/register.ts';
import { salvageWreck } from './salvage.service.ts';
import { readWrecks } from './wrecks.service.ts';

/** What is left of ships: what lies here, and taking it aboard. */
export const registerWreckRoutes: RegisterRoutes = ({ bind, deps }) => {
  bind(PLAYER_ENDPOINTS.listWrecks, ({ caller, nowMs }) => readWrecks(deps, caller.playerId, nowMs));
  bind(PLAYER_ENDPOINTS.salvageWreck, (context) => salvageWreck(deps, context));
};
