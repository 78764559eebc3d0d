import type { FeedItem, OperationsOverview, SeriesReply } from '@sw/contracts/admin';
import type { UseQueryResult } from '@tanstack/react-query';
import { useQuery } from '@tanstack/react-query';
import { useConsole } from '../../app/console-context.ts';
import { useLiveEvent, useRefreshMs } from '../../live/use-live.ts';

const OVERVIEW = ['operations', 'overview'] as const;
const ACTIVITY = ['operations', 'activity'] as const;
const FIVE_MINUTES_MS = 300_000;
const KEPT_LINES = 60;

/** The installation at a glance, its quick part moved by what is told live. */
export function useOverview(): UseQueryResult<OperationsOverview> {
  const { api, queries } = useConsole();
  const refetchInterval = useRefreshMs();
  useLiveEvent('admin.stats', (live) =>
    queries.setQueryData<OperationsOverview>(OVERVIEW, (seen) => seen && { ...seen, live, at: live.at }),
  );
  return useQuery({
    queryKey: OVERVIEW,
    queryFn: ({ signal }) => api.getOverview({ signal }),
    refetchInterval,
  });
}

/** Metrics over time. A name that ends with `:` stands for all below it. */
export function useSeries(
  metrics: readonly string[],
  range: '24h' | '7d' | '30d',
): UseQueryResult<SeriesReply> {
  const { api } = useConsole();
  const isPaused = useRefreshMs() === false;
  return useQuery({
    queryKey: ['operations', 'series', range, ...metrics],
    queryFn: ({ signal }) => api.getSeries({ query: { metrics: metrics.join(','), range }, signal }),
    refetchInterval: isPaused ? false : FIVE_MINUTES_MS,
  });
}

/** The latest of what happened, the newest first. */
export function useActivity(): UseQueryResult<{ readonly items: readonly FeedItem[] }> {
  const { api, queries } = useConsole();
  const refetchInterval = useRefreshMs();
  useLiveEvent('admin.feed', ({ items }) =>
    queries.setQueryData<{ items: FeedItem[] }>(ACTIVITY, (seen) => {
      const known = new Set(seen?.items.map(({ id }) => id));
      const fresh = items.filter(({ id }) => !known.has(id));
      return { items: [...fresh, ...(seen?.items ?? [])].slice(0, KEPT_LINES) };
    }),
  );
  return useQuery({
    queryKey: ACTIVITY,
    queryFn: ({ signal }) => api.getActivity({ signal }),
    refetchInterval,
  });
}
