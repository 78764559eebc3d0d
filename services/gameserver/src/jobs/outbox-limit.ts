import type { Database, Sql } from '@sw/db';
import { eventsDropped, insertOutboxRow } from '../realtime/outbox.ts';

/** Rows that may wait for a Redis that is down (rule book, platform 6.4). */
export const OUTBOX_LIMIT = 100_000;
/** Rows dropped by one statement. */
const BATCH = 5_000;

/**
 * Keeps the outbox of a server with Redis below its limit. The oldest rows go whose events are all replaced by
 * later ones; only when there are none of those, the oldest of all. Then one row tells everybody to look again.
 * Answers how many rows went.
 */
export const limitOutbox = async (
  db: Database,
  processId: string,
  nowMs: number,
  limit = OUTBOX_LIMIT,
): Promise<number> => {
  const [counted] = await db.sql<{ rows: number }[]>`SELECT count(*)::int AS rows FROM event_outbox`;
  const excess = (counted?.rows ?? 0) - limit;
  if (excess <= 0) return 0;
  // The row that tells of it takes a place too.
  const surplus = excess + 1;
  let dropped = 0;
  for (const drop of [dropCoalescable, dropOldest]) {
    for (let left = surplus - dropped; left > 0; ) {
      const [rows] = await db.write((sql) => [drop(sql, Math.min(left, BATCH))]);
      dropped += rows.length;
      left = rows.length === 0 ? 0 : surplus - dropped;
    }
  }
  await db.write((sql) => [insertOutboxRow(sql, processId, nowMs, [eventsDropped(dropped)])]);
  return dropped;
};

const dropCoalescable = (sql: Sql, count: number) => sql<{ id: bigint }[]>`
  DELETE FROM event_outbox WHERE id IN (
    SELECT id FROM event_outbox
    WHERE NOT jsonb_path_exists(events, '$[*] ? (!exists(@.coalesceKey))')
    ORDER BY id LIMIT ${count})
  RETURNING id`;

const dropOldest = (sql: Sql, count: number) => sql<{ id: bigint }[]>`
  DELETE FROM event_outbox WHERE id IN (SELECT id FROM event_outbox ORDER BY id LIMIT ${count})
  RETURNING id`;
