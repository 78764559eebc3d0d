import type { Database, Sql, Statement } from '@sw/db';

const BATCH = 5_000;

/**
 * Deletes until nothing is left that fits, a bounded number of rows in each transaction, so that commands
 * never wait long behind it.
 *
 * @param build the deletion of at most `limit` rows
 */
export const deleteInBatches = async (
  db: Database,
  build: (sql: Sql, limit: number) => Statement,
): Promise<number> => {
  for (let total = 0; ; ) {
    const [deleted] = await db.write((sql) => [build(sql, BATCH)]);
    total += deleted.count;
    if (deleted.count < BATCH) return total;
  }
};
