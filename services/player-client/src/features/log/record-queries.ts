import { queryKeys } from '@sw/api-client';
import type { listEvents, QueryOf } from '@sw/contracts';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { PlayerApi } from '../../app/game-services.ts';

type LogQuery = QueryOf<typeof listEvents>;

const PAGE = 100;

/** The record of what happened, page by page, and what of it nobody saw. */
export const recordQueries = {
  events: (api: PlayerApi, types: LogQuery['types']) =>
    infiniteQueryOptions({
      queryKey: [...queryKeys.player.events(), types ?? null],
      queryFn: ({ pageParam }: { pageParam: string | null }) =>
        api.listEvents({
          query: {
            limit: PAGE,
            ...(types === undefined ? {} : { types }),
            ...(pageParam === null ? {} : { cursor: pageParam }),
          },
        }),
      initialPageParam: null as string | null,
      getNextPageParam: ({ nextCursor }) => nextCursor,
    }),
  digest: (api: PlayerApi) =>
    queryOptions({
      queryKey: queryKeys.player.digest(),
      queryFn: () => api.getDigest(),
      staleTime: Number.POSITIVE_INFINITY,
    }),
} as const;
