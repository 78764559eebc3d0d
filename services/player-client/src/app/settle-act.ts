import { queryKeys } from '@sw/api-client';
import type { QueryClient, QueryKey } from '@tanstack/react-query';

/** What an act has made old. */
export interface Stale {
  /** The next act depends on it: it is waited for, as the player's own state is. */
  readonly now: readonly QueryKey[];
  /** Comes when it comes; waiting for it would only swallow the next key. */
  readonly soon: readonly QueryKey[];
}

/** Asks again for what an act has changed, the player's state among it unless an event has brought it (`rev`). */
export async function settleAct(queries: QueryClient, rev: number, { now, soon }: Stale): Promise<void> {
  const known = queries.getQueryData<{ readonly rev: number }>(queryKeys.player.state());
  const isBehind = known === undefined || known.rev < rev;
  const first = isBehind ? [queryKeys.player.state(), ...now] : now;
  const invalidate = (queryKey: QueryKey) => queries.invalidateQueries({ queryKey });
  const waited = first.map(invalidate);
  for (const queryKey of soon) void invalidate(queryKey);
  await Promise.all(waited);
}
