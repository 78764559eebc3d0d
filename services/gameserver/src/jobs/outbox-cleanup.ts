import type { Database } from '@sw/db';
import { deleteInBatches } from './delete-in-batches.ts';

/** Every process has polled a row of this age (rule book, platform 6.4); sockets that lag longer resync. */
const KEPT_MS = 60_000;

/** Removes events that every process has seen. */
export const cleanOutbox = (db: Database, nowMs: number): Promise<number> =>
  deleteInBatches(
    db,
    (sql, limit) => sql`
      DELETE FROM event_outbox WHERE id IN (
        SELECT id FROM event_outbox WHERE created_at < ${new Date(nowMs - KEPT_MS)} LIMIT ${limit})`,
  );
