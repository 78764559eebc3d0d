import { PLAYER_ENDPOINTS } from '@sw/contracts';
import type { RegisterRoutes } from '../../http/register.ts';
import { createAlert, readAlerts, removeAlert } from './price-alerts.service.ts';

/** Prices a player watches. */
export const registerPriceAlertsRoutes: RegisterRoutes = ({ bind, deps }) => {
  bind(PLAYER_ENDPOINTS.listAlerts, ({ caller, nowMs }) => readAlerts(deps, caller.playerId, nowMs));
  bind(PLAYER_ENDPOINTS.createAlert, (context) => createAlert(deps, context));
  bind(PLAYER_ENDPOINTS.deleteAlert, ({ caller, params }) => removeAlert(deps, caller.playerId, params.id));
};
