import { isProblem, queryKeys } from '@sw/api-client';
import type { listServices, ReplyOf } from '@sw/contracts';
import { queryOptions } from '@tanstack/react-query';
import type { PlayerApi } from '../../app/game-services.ts';

export type Services = ReplyOf<typeof listServices>;
export type ServiceView = Services['services'][number];
export type ServiceAction = ServiceView['actions'][number];
export type ServiceInput = ServiceAction['inputs'][number];

/** What the counters of a station are drawn from. */
export const serviceQueries = {
  services: (api: PlayerApi, stationId: string) =>
    queryOptions({
      queryKey: queryKeys.station.services(stationId),
      queryFn: () => api.listServices({ params: { id: stationId } }),
    }),
  /** Null where nothing is rented. */
  warehouse: (api: PlayerApi, stationId: string) =>
    queryOptions({
      queryKey: queryKeys.station.warehouse(stationId),
      queryFn: () =>
        api.getWarehouse({ params: { id: stationId } }).catch((error: unknown) => {
          if (isProblem(error, 'not_found')) return null;
          throw error;
        }),
    }),
  bank: (api: PlayerApi) => queryOptions({ queryKey: queryKeys.player.bank(), queryFn: () => api.getBank() }),
} as const;
