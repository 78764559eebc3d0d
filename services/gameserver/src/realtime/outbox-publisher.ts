import type { AnyStatement, Database, Sql } from '@sw/db';
import type { Bus } from '../platform/bus.ts';
import type { OutboxCommit } from './bus-commit.ts';
import { toBusCommit } from './bus-commit.ts';

/** What one round did: nothing waited, somebody else is at it, something was told, and more is waiting. */
export type PublishRound = 'empty' | 'busy' | 'done' | 'more';

export interface OutboxPublisher {
  publish(): Promise<PublishRound>;
}

/** What else is kept of commits when they are deleted: what others must hear of them. */
export type AlsoKeep = (sql: Sql, commits: readonly OutboxCommit[]) => readonly AnyStatement[];

const BATCH = 200;

/**
 * Moves rows from the outbox to the bus (rule book, platform 6.4): whoever holds the leased row `outbox`
 * reads them by number, tells them and deletes them in one transaction. A crash in between tells them again,
 * and the bus knows a commit by its key.
 */
export const createOutboxPublisher = (
  db: Database,
  bus: Pick<Bus, 'publish'>,
  alsoKeep: AlsoKeep,
): OutboxPublisher => ({
  publish: () =>
    db.command(async (tx) => {
      const [lease, rows] = await tx.load(takeTurn(tx.sql), readWaiting(tx.sql));
      if (lease.length === 0) return 'busy';
      if (rows.length === 0) return 'empty';
      await bus.publish(rows.map(toBusCommit));
      const told = rows.map(({ id }) => String(id));
      await tx.commit(
        tx.sql`DELETE FROM event_outbox WHERE id = ANY(${told}::int8[])`,
        ...alsoKeep(tx.sql, rows),
      );
      return rows.length < BATCH ? 'done' : 'more';
    }),
});

const takeTurn = (sql: Sql) =>
  sql<{ name: string }[]>`SELECT name FROM leases WHERE name = 'outbox' FOR UPDATE SKIP LOCKED`;

const readWaiting = (sql: Sql) => sql<OutboxCommit[]>`
  SELECT id, origin, created_at, events FROM event_outbox ORDER BY id LIMIT ${BATCH}`;
