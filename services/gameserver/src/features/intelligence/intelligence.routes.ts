import { PLAYER_ENDPOINTS } from '@sw/contracts';
import type { RegisterRoutes } from '../../http/register.ts';
import { buyIntelligence } from './intelligence.service.ts';

/** Live prices for a day. */
export const registerIntelligenceRoutes: RegisterRoutes = ({ bind, deps }) => {
  bind(PLAYER_ENDPOINTS.buyIntelligence, (context) => buyIntelligence(deps, context));
};
