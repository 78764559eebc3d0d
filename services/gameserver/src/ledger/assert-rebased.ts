import type { Database } from '@sw/db';
import { StartupError } from '@sw/service-kit';

/**
 * The ledger compares transaction ids, so a dump that was loaded by hand into a new server would make every new
 * row look counted. `restore.sh` sets the ids right; nobody may serve before that.
 *
 * @throws StartupError when a checkpoint is ahead of the server's own counter
 */
export const assertRebased = async (db: Database): Promise<void> => {
  const rows = await db.sql<{ isAhead: boolean }[]>`
    SELECT EXISTS (SELECT FROM ledger_checkpoints
                   WHERE up_to > pg_snapshot_xmax(pg_current_snapshot())) AS is_ahead`;
  if (rows[0]?.isAhead === true) {
    throw new StartupError(
      'The ledger comes from another PostgreSQL server: run services/database/sql/rebase-ledger.sql on this database.',
    );
  }
};
