import type { AnyStatement, Database, Sql } from '@sw/db';
import { BURN, MINT } from '@sw/rules';

/**
 * Moves the checkpoints of the hot accounts (MINT, BURN, region treasuries) forward over the ledger rows
 * written since (rule book, economy 0.1). Only rows of transactions below the oldest one still open are
 * taken: a row that commits late has a greater transaction id than the checkpoint and is counted by the
 * next run, exactly once. Running it twice, or in two processes, changes nothing.
 */
export const foldLedger = (db: Database): Promise<void> =>
  db.command(async (tx) => {
    const { sql } = tx;
    await tx.load(ensureCheckpoints(sql), lockCheckpoints(sql));
    // A statement of its own: its snapshot must be younger than the locks.
    await tx.commit(moveCheckpoints(sql));
  });

const ensureCheckpoints = (sql: Sql): AnyStatement =>
  sql`INSERT INTO ledger_checkpoints (account)
      SELECT ${MINT} UNION ALL SELECT ${BURN} UNION ALL SELECT 'region:' || id FROM regions
      UNION ALL SELECT 'clearing:' || name FROM regions WHERE endpoint IS NOT NULL
      ON CONFLICT DO NOTHING`;

const lockCheckpoints = (sql: Sql): AnyStatement =>
  sql`SELECT account FROM ledger_checkpoints ORDER BY account FOR UPDATE`;

const moveCheckpoints = (sql: Sql): AnyStatement =>
  sql`WITH horizon AS MATERIALIZED (
        SELECT pg_snapshot_xmin(pg_current_snapshot()) AS xid,
               (SELECT up_to FROM ledger_checkpoints ORDER BY up_to LIMIT 1) AS oldest
      ), deltas AS (
        SELECT leg.account, sum(leg.delta) AS delta
        FROM credit_ledger l
        CROSS JOIN LATERAL (
          VALUES (l.to_account, l.amount), (l.from_account, -l.amount)) AS leg (account, delta)
        JOIN ledger_checkpoints c ON c.account = leg.account AND l.xid >= c.up_to
        WHERE l.xid >= (SELECT oldest FROM horizon) AND l.xid < (SELECT xid FROM horizon)
        GROUP BY leg.account
      )
      UPDATE ledger_checkpoints c
      SET balance = c.balance + coalesce((SELECT d.delta FROM deltas d WHERE d.account = c.account), 0),
          up_to = greatest(c.up_to, (SELECT xid FROM horizon))`;
