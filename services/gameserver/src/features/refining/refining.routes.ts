import { PLAYER_ENDPOINTS } from '@sw/contracts';
import type { RegisterRoutes } from '../../http/register.ts';
import { refineOre } from './refining.service.ts';

/** Refineries of stations. */
export const registerRefiningRoutes: RegisterRoutes = ({ bind, deps }) => {
  bind(PLAYER_ENDPOINTS.refine, (context) => refineOre(deps, context));
};
