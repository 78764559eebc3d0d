import { NetworkError } from '@sw/api-client';
import { QueryCache, QueryClient } from '@tanstack/react-query';

const STALE_MS = 30_000;
const KEPT_MS = 10 * 60_000;

export interface QueryClientHooks {
  /** Whether the last answer arrived: false after a request nobody answered. */
  readonly onReachable: (reachable: boolean) => void;
  /** A refusal that concerns the whole page: signed out, first login open. */
  readonly onRefusal: (error: unknown) => void;
}

/** The one cache of server data. Repeating requests is the client's business (`withRetries`), not the cache's. */
export function createQueryClient({ onReachable, onRefusal }: QueryClientHooks): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({
      onSuccess: () => onReachable(true),
      onError: (error) => {
        onReachable(!(error instanceof NetworkError));
        onRefusal(error);
      },
    }),
    defaultOptions: {
      queries: { staleTime: STALE_MS, gcTime: KEPT_MS, retry: false, networkMode: 'always' },
    },
  });
}
