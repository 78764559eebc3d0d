-- Double-entry ledger without hot rows (rule book, economy 0.1): MINT, BURN and region treasuries
-- have no balance row; their balance is a checkpoint plus the later ledger rows.

CREATE TABLE ledger_accounts (
  id text COLLATE "C" PRIMARY KEY,
  balance bigint NOT NULL DEFAULT 0,
  CONSTRAINT ledger_accounts_not_negative CHECK (balance >= 0),
  CONSTRAINT ledger_accounts_bounded CHECK (balance <= 9000000000000000)
) WITH (fillfactor = 70);

CREATE TABLE ledger_checkpoints (
  account text COLLATE "C" PRIMARY KEY,
  balance numeric NOT NULL DEFAULT 0,
  up_to xid8 NOT NULL DEFAULT '0'
);

CREATE SEQUENCE credit_ledger_id;
CREATE TABLE credit_ledger (
  id bigint NOT NULL DEFAULT nextval('credit_ledger_id'),
  xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
  at timestamptz NOT NULL,
  from_account text COLLATE "C" NOT NULL,
  to_account text COLLATE "C" NOT NULL,
  amount bigint NOT NULL CHECK (amount > 0),
  reason text NOT NULL,
  ref_type text,
  ref_id text,
  player_id uuid,
  region_id uuid,
  CONSTRAINT credit_ledger_two_accounts CHECK (from_account <> to_account),
  PRIMARY KEY (id, at)
) PARTITION BY RANGE (at);
CREATE INDEX credit_ledger_player ON credit_ledger (player_id, id);
CREATE INDEX credit_ledger_xid ON credit_ledger (xid);
CREATE TRIGGER credit_ledger_append_only BEFORE UPDATE OR DELETE ON credit_ledger
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TABLE credit_ledger_rest PARTITION OF credit_ledger DEFAULT;

CREATE TABLE ledger_audits (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  checked_at timestamptz NOT NULL,
  ok boolean NOT NULL,
  accounts integer NOT NULL,
  rows bigint NOT NULL,
  sum_of_accounts numeric NOT NULL,
  mismatches integer NOT NULL,
  negative_accounts integer NOT NULL
);

-- Makes the monthly partitions of a table for the month of `moment` and the two after it.
CREATE FUNCTION ensure_monthly_partitions(parent regclass, moment timestamptz) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  first date := date_trunc('month', moment AT TIME ZONE 'UTC');
  month_start date;
  partition_name text;
BEGIN
  FOR i IN 0..2 LOOP
    month_start := first + make_interval(months => i);
    partition_name := parent::text || '_' || to_char(month_start, 'YYYYMM');
    IF to_regclass(partition_name) IS NULL THEN
      EXECUTE format(
        'CREATE TABLE %I PARTITION OF %s FOR VALUES FROM (%L) TO (%L)',
        partition_name, parent,
        month_start::timestamp AT TIME ZONE 'UTC',
        (month_start + make_interval(months => 1))::timestamp AT TIME ZONE 'UTC');
    END IF;
  END LOOP;
END $$;
SELECT ensure_monthly_partitions('credit_ledger', now());
