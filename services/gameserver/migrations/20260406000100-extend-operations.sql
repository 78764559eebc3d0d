-- Lag of the outbox as a process saw it; and credits by time, for the series of the console: rows come in the order
-- of time, so a few pages of index cover millions of them.
ALTER TABLE process_samples ADD COLUMN outbox_lag_s real NOT NULL DEFAULT 0;
CREATE INDEX credit_ledger_at ON credit_ledger USING brin (at);

-- Jobs an operator halted; a job without a row runs.
CREATE TABLE paused_jobs (
  name text COLLATE "C" PRIMARY KEY,
  paused_by uuid NOT NULL REFERENCES users (id),
  paused_at timestamptz NOT NULL,
  reason text NOT NULL
);
