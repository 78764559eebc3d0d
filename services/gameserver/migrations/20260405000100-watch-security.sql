-- Security alerts, what was looked at for them, and blocked addresses (rule book, platform 4 and 13).

CREATE TABLE security_alerts (
  id uuid PRIMARY KEY,
  kind text NOT NULL,
  severity text NOT NULL CHECK (severity IN ('low', 'medium', 'high', 'critical')),
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'ack', 'resolved')),
  -- Account or address, as one word, so that the same thing seen again is counted and not told again.
  subject text NOT NULL,
  subject_user_id uuid REFERENCES users (id),
  count integer NOT NULL DEFAULT 1 CHECK (count > 0),
  audit_id uuid NOT NULL,
  created_at timestamptz NOT NULL,
  last_at timestamptz NOT NULL,
  assigned_to uuid REFERENCES users (id),
  version integer NOT NULL DEFAULT 1
);
CREATE UNIQUE INDEX security_alerts_unresolved ON security_alerts (kind, subject) WHERE state <> 'resolved';
CREATE INDEX security_alerts_last ON security_alerts (last_at, id);

-- The last link of the audit chain that was looked at.
CREATE TABLE security_watch (
  only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  seq bigint NOT NULL DEFAULT 0
);
INSERT INTO security_watch DEFAULT VALUES;

CREATE TABLE ip_blocks (
  id uuid PRIMARY KEY,
  cidr cidr NOT NULL,
  reason text NOT NULL,
  created_by uuid REFERENCES users (id),
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL CHECK (expires_at > created_at),
  lifted_at timestamptz,
  lifted_by uuid REFERENCES users (id)
);
CREATE INDEX ip_blocks_expiry ON ip_blocks (expires_at) WHERE lifted_at IS NULL;

-- For If-Match: counts what operators change of an account.
ALTER TABLE users ADD COLUMN version integer NOT NULL DEFAULT 1;
