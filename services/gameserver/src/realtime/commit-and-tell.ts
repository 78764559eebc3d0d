import { DatabaseUnavailableError } from '@sw/db';
import type { Deps } from '../deps.ts';
import type { OutboxEvent } from './outbox.ts';

/**
 * Commits and then tells this process of the events that were kept with it: never of anything rolled back.
 * Where the connection broke under the commit nobody knows what was kept; then every listener looks again.
 */
export const commitAndTell = async <T>(
  deps: Pick<Deps, 'outbox'>,
  events: readonly OutboxEvent[],
  commit: () => Promise<T>,
): Promise<T> => {
  try {
    const answer = await commit();
    if (events.length > 0) deps.outbox.committed(events);
    return answer;
  } catch (error) {
    if (error instanceof DatabaseUnavailableError && error.outcome === 'unknown') deps.outbox.doubted();
    throw error;
  }
};
