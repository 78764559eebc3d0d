import type { SystemHealth } from '@sw/contracts/admin';
import type { UseQueryResult } from '@tanstack/react-query';
import { useQuery } from '@tanstack/react-query';
import { useConsole } from '../../app/console-context.ts';

export const REFRESH_MS = 10_000;

/** The state of the installation, asked anew while the page is looked at. One question for all who show a part. */
export function useSystemHealth(): UseQueryResult<SystemHealth> {
  const { api } = useConsole();
  return useQuery({
    queryKey: ['system', 'health'],
    queryFn: ({ signal }) => api.getSystemHealth({ signal }),
    refetchInterval: REFRESH_MS,
    staleTime: REFRESH_MS / 2,
  });
}
