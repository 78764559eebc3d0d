import { PLAYER_ENDPOINTS } from '@sw/contracts';
import type { RegisterRoutes } from '../../http/register.ts';
import { harvestHere } from './harvest.service.ts';
import { nameSector } from './naming.service.ts';
import { scanFromShip } from './scan.service.ts';

/** Scans, harvests and names of sectors. */
export const registerExplorationRoutes: RegisterRoutes = ({ bind, deps }) => {
  bind(PLAYER_ENDPOINTS.scan, (context) => scanFromShip(deps, context));
  bind(PLAYER_ENDPOINTS.harvest, (context) => harvestHere(deps, context));
  bind(PLAYER_ENDPOINTS.nameSector, ({ caller, params, body, nowMs }) =>
    nameSector(deps, { playerId: caller.playerId, sectorId: params.id, name: body.name, nowMs }),
  );
};
