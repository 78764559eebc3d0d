import { PLAYER_ENDPOINTS } from '@sw/contracts';
import type { RegisterRoutes } from '../../http/register.ts';
import { readDossier } from './dossier.service.ts';

/** The record of one sector. */
export const registerDossierRoutes: RegisterRoutes = ({ bind, deps }) => {
  bind(PLAYER_ENDPOINTS.getDossier, ({ caller, params, nowMs }) =>
    readDossier(deps, caller.playerId, params.id, nowMs),
  );
};
