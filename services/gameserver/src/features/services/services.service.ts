import type { PLAYER_ENDPOINTS, ReplyOf } from '@sw/contracts';
import { AppError } from '@sw/service-kit';
import type { Deps } from '../../deps.ts';
import type { ServiceProviders } from './service-provider.ts';
import { readGuest } from './visit.ts';

type Services = ReplyOf<(typeof PLAYER_ENDPOINTS)['listServices']>;

/** Every counter of the station the player is docked at, in the order of the rule book. */
export const readServices = async (
  deps: Deps,
  providers: ServiceProviders,
  who: { readonly playerId: string; readonly stationId: string },
  nowMs: number,
): Promise<Services> => {
  const guest = await readGuest(deps, who.playerId);
  const { station } = guest;
  if (station.id !== who.stationId) throw new AppError('not_docked');
  const services = await Promise.all(
    guest.visit.station.services.map(
      async (service) => (await providers[service]?.(deps, guest, nowMs)) ?? null,
    ),
  );
  return {
    stationId: station.id,
    stationName: station.name,
    services: services.filter((service) => service !== null),
  };
};
