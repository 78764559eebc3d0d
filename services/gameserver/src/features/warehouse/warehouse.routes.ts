import { PLAYER_ENDPOINTS } from '@sw/contracts';
import type { RegisterRoutes } from '../../http/register.ts';
import { readWarehouse } from './warehouse.presenter.ts';
import { payRent, releaseBlocks, rentBlocks, retrieveGoods, storeGoods } from './warehouse.service.ts';

/** Warehouses of players at stations. */
export const registerWarehouseRoutes: RegisterRoutes = ({ bind, deps }) => {
  bind(PLAYER_ENDPOINTS.getWarehouse, ({ caller, params, nowMs }) =>
    readWarehouse(deps, caller.playerId, params.id, nowMs),
  );
  bind(PLAYER_ENDPOINTS.rentWarehouse, (context) => rentBlocks(deps, context));
  bind(PLAYER_ENDPOINTS.releaseWarehouse, (context) => releaseBlocks(deps, context));
  bind(PLAYER_ENDPOINTS.payWarehouse, (context) => payRent(deps, context));
  bind(PLAYER_ENDPOINTS.storeGoods, (context) => storeGoods(deps, context));
  bind(PLAYER_ENDPOINTS.retrieveGoods, (context) => retrieveGoods(deps, context));
};
