import { PLAYER_ENDPOINTS } from '@sw/contracts';
import type { RegisterRoutes } from '../../http/register.ts';
import { acceptContract } from './accept.service.ts';
import { deliverContract, pickupContract } from './carry.service.ts';
import { abandonContract } from './end.service.ts';
import { readBoard, readMyContracts } from './read-contracts.service.ts';

/** Job boards, and what a player does about the jobs he took. */
export const registerStationContractRoutes: RegisterRoutes = ({ bind, deps }) => {
  bind(PLAYER_ENDPOINTS.getContractBoard, ({ caller, params, nowMs }) =>
    readBoard(deps, caller.playerId, params.id, nowMs),
  );
  bind(PLAYER_ENDPOINTS.listMyContracts, ({ caller, nowMs }) =>
    readMyContracts(deps, caller.playerId, nowMs),
  );
  bind(PLAYER_ENDPOINTS.acceptContract, (context) => acceptContract(deps, context));
  bind(PLAYER_ENDPOINTS.pickupContract, (context) => pickupContract(deps, context));
  bind(PLAYER_ENDPOINTS.deliverContract, (context) => deliverContract(deps, context));
  bind(PLAYER_ENDPOINTS.abandonContract, (context) => abandonContract(deps, context));
};
