import type { AnyStatement, Tx } from '@sw/db';
import type { Deps } from '../deps.ts';
import { commitAndTell } from './commit-and-tell.ts';
import type { OutboxEvent } from './outbox.ts';
import { insertOutboxRow } from './outbox.ts';

/**
 * Commits the writes of a command that is not bound to an idempotency key, its events in the same
 * transaction, and then tells this process of them. Nothing is told of what was not committed.
 */
export const saveAndTell = async (
  deps: Pick<Deps, 'processId' | 'outbox'>,
  tx: Tx,
  nowMs: number,
  writes: readonly AnyStatement[],
  events: readonly OutboxEvent[],
): Promise<void> => {
  const outboxRow = events.length === 0 ? [] : [insertOutboxRow(tx.sql, deps.processId, nowMs, events)];
  await commitAndTell(deps, events, () => tx.commit(...writes, ...outboxRow));
};
