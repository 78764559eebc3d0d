-- The audit log in months, with what an admin action needs to be understood later, and a chain over its rows
-- (rule book, platform 4). The chain is a table of its own, so that no row of the log is ever written twice.

ALTER TABLE audit_log
  ADD COLUMN user_agent text,
  ADD COLUMN method text,
  ADD COLUMN path text,
  ADD COLUMN status_code smallint,
  ADD COLUMN duration_ms integer,
  ADD COLUMN before jsonb,
  ADD COLUMN after jsonb,
  ADD COLUMN reason text CHECK (length(reason) <= 500);

-- What there is becomes the partition of this month and of everything before it.
DO $$
DECLARE
  last date := date_trunc('month', greatest(now(), (SELECT max(at) FROM audit_log)) AT TIME ZONE 'UTC');
  name text := 'audit_log_' || to_char(last, 'YYYYMM');
BEGIN
  ALTER TABLE audit_log RENAME CONSTRAINT audit_log_pkey TO audit_log_first_pkey;
  ALTER INDEX audit_log_at RENAME TO audit_log_first_at;
  DROP TRIGGER audit_log_append_only ON audit_log;
  EXECUTE format('ALTER TABLE audit_log RENAME TO %I', name);
  EXECUTE format('CREATE TABLE audit_log (LIKE %I INCLUDING DEFAULTS INCLUDING CONSTRAINTS) PARTITION BY RANGE (at)', name);
  EXECUTE format('ALTER TABLE %I DROP CONSTRAINT audit_log_first_pkey', name);
  ALTER TABLE audit_log ADD PRIMARY KEY (id, at);
  EXECUTE format(
    'ALTER TABLE audit_log ATTACH PARTITION %I FOR VALUES FROM (MINVALUE) TO (%L)',
    name, (last + interval '1 month')::timestamp AT TIME ZONE 'UTC');
END $$;
CREATE TABLE audit_log_rest PARTITION OF audit_log DEFAULT;

CREATE INDEX audit_log_at ON audit_log (at, id);
CREATE INDEX audit_log_actor ON audit_log (actor_user_id, at);
CREATE INDEX audit_log_resource ON audit_log (resource_type, resource_id, at);

-- For each row: a trigger of the parent then stands on every partition too.
CREATE TRIGGER audit_log_append_only BEFORE UPDATE OR DELETE ON audit_log
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TABLE audit_chain (
  seq bigint PRIMARY KEY CHECK (seq > 0),
  audit_id uuid NOT NULL UNIQUE,
  -- Of the row: after its month was dropped the chain still says how old it was.
  at timestamptz NOT NULL,
  content_hash bytea NOT NULL CHECK (length(content_hash) = 32),
  prev_hash bytea NOT NULL CHECK (length(prev_hash) = 32),
  hash bytea NOT NULL UNIQUE CHECK (length(hash) = 32),
  sealed_at timestamptz NOT NULL
);
CREATE TRIGGER audit_chain_append_only BEFORE UPDATE OR DELETE ON audit_chain
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_chain_not_emptied BEFORE TRUNCATE ON audit_chain
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_log_not_emptied BEFORE TRUNCATE ON audit_log
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Drops the monthly partitions of a table that ended before a moment.
CREATE FUNCTION drop_monthly_partitions(parent regclass, before timestamptz) RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE
  child regclass;
  dropped integer := 0;
BEGIN
  FOR child IN
    SELECT i.inhrelid::regclass FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
    WHERE i.inhparent = parent AND c.relname ~ '_[0-9]{6}$'
      AND (to_date(right(c.relname, 6), 'YYYYMM') + interval '1 month') AT TIME ZONE 'UTC' <= before
  LOOP
    EXECUTE format('DROP TABLE %s', child);
    dropped := dropped + 1;
  END LOOP;
  RETURN dropped;
END $$;
