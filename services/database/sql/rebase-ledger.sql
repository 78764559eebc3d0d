-- A dump carries the transaction ids of the server it was taken on. The ledger compares them with those of new
-- rows (checkpoints count everything below an id), so on a server whose counter is lower every new row would
-- be taken for counted. Here everything that was loaded is counted into the checkpoints and gets the lowest
-- id; rows written from now on are above the checkpoints whatever the counter of this server is.
\set ON_ERROR_STOP on
SELECT to_regclass('credit_ledger') IS NOT NULL AS has_ledger \gset
\if :has_ledger
BEGIN;
UPDATE ledger_checkpoints c
SET balance = c.balance + coalesce((
      SELECT sum(CASE WHEN l.to_account = c.account THEN l.amount ELSE -l.amount END)
      FROM credit_ledger l
      WHERE c.account IN (l.to_account, l.from_account) AND l.xid >= c.up_to), 0),
    up_to = pg_current_xact_id();
ALTER TABLE credit_ledger
  ALTER COLUMN xid DROP DEFAULT,
  ALTER COLUMN xid TYPE xid8 USING '0'::xid8,
  ALTER COLUMN xid SET DEFAULT pg_current_xact_id();
COMMIT;
ANALYZE;
\endif
