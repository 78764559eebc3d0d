import type { AdminSession } from '@sw/contracts/admin';
import type { UseQueryResult } from '@tanstack/react-query';
import { useQuery } from '@tanstack/react-query';
import { useConsole } from '../app/console-context.ts';

const REFRESH_MS = 60_000;

/** Who acts, his scopes and the environment: asked once and then each minute, since scopes can be taken away. */
export function useOperator(): UseQueryResult<AdminSession> {
  const { api } = useConsole();
  return useQuery({
    queryKey: ['admin', 'session'],
    queryFn: ({ signal }) => api.getAdminSession({ signal }),
    refetchInterval: REFRESH_MS,
    staleTime: REFRESH_MS,
  });
}

const NOTHING: ReadonlySet<string> = new Set();

/** The scopes of who acts; none until the server has said them. The server checks every one again. */
export function useScopes(): ReadonlySet<string> {
  const { data } = useOperator();
  return data === undefined ? NOTHING : new Set(data.scopes);
}

/** Why an act is not open to who acts: the scope he lacks, in words for a button's reason. */
export function useMissingScope(): (scope: string) => string | undefined {
  const scopes = useScopes();
  const { i18n } = useConsole();
  return (scope) => (scopes.has(scope) ? undefined : i18n.t('admin:scope.missing', { scope }));
}
