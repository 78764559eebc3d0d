import { PLAYER_ENDPOINTS } from '@sw/contracts';
import type { Registrar } from '../../http/register.ts';
import type { ServiceProviders } from './service-provider.ts';
import { readServices } from './services.service.ts';

/** The services of a station as pages; who provides them is named by the caller. */
export const registerServicesRoutes = ({ bind, deps }: Registrar, providers: ServiceProviders): void => {
  bind(PLAYER_ENDPOINTS.listServices, ({ caller, params, nowMs }) =>
    readServices(deps, providers, { playerId: caller.playerId, stationId: params.id }, nowMs),
  );
};
