import { PLAYER_ENDPOINTS } from '@sw/contracts';
import type { RegisterRoutes } from '../../http/register.ts';
import { sellRare } from './rare-goods.service.ts';

/** Buyers of rare finds. */
export const registerRareGoodsRoutes: RegisterRoutes = ({ bind, deps }) => {
  bind(PLAYER_ENDPOINTS.sellRare, (context) => sellRare(deps, context));
};
