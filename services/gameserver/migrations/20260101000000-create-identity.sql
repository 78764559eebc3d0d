-- Accounts, names, sessions and one-time secrets (rule book, platform 3.1).

CREATE TABLE users (
  id uuid PRIMARY KEY,
  username text NOT NULL,
  email text,
  email_verified_at timestamptz,
  password_hash text,
  status text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'suspended', 'banned', 'deleted')),
  suspended_until timestamptz,
  status_reason text,
  is_admin boolean NOT NULL DEFAULT false,
  must_change_password boolean NOT NULL DEFAULT false,
  token_version integer NOT NULL DEFAULT 1,
  locale text NOT NULL DEFAULT 'en',
  created_at timestamptz NOT NULL,
  last_login_at timestamptz,
  deleted_at timestamptz
);
CREATE UNIQUE INDEX users_verified_email ON users (lower(email)) WHERE email_verified_at IS NOT NULL;

-- One uniqueness for usernames and callsigns, over the folded form.
CREATE TABLE names (
  folded text PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES users (id)
);
CREATE INDEX names_user ON names (user_id);

CREATE TABLE sessions (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES users (id),
  audience text NOT NULL CHECK (audience IN ('player', 'admin')),
  created_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  absolute_expires_at timestamptz NOT NULL,
  ip text NOT NULL,
  user_agent text NOT NULL,
  revoked_at timestamptz,
  revoke_reason text
);
CREATE INDEX sessions_user ON sessions (user_id) WHERE revoked_at IS NULL;

CREATE TABLE refresh_tokens (
  id uuid PRIMARY KEY,
  session_id uuid NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
  token_hash bytea NOT NULL UNIQUE,
  issued_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  replaced_by uuid,
  reissued_at timestamptz,
  voided_at timestamptz
);
CREATE INDEX refresh_tokens_session ON refresh_tokens (session_id);

CREATE TABLE one_time_tokens (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES users (id),
  session_id uuid REFERENCES sessions (id) ON DELETE CASCADE,
  purpose text NOT NULL CHECK (purpose IN ('ws_ticket')),
  audience text NOT NULL CHECK (audience IN ('player', 'admin')),
  token_hash bytea NOT NULL UNIQUE,
  expires_at timestamptz NOT NULL,
  consumed_at timestamptz
);
CREATE INDEX one_time_tokens_expiry ON one_time_tokens (expires_at);

CREATE TABLE admin_grants (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES users (id),
  scope text NOT NULL,
  granted_by uuid REFERENCES users (id),
  granted_at timestamptz NOT NULL,
  revoked_at timestamptz,
  revoked_by uuid REFERENCES users (id)
);
CREATE UNIQUE INDEX admin_grants_active ON admin_grants (user_id, scope) WHERE revoked_at IS NULL;

-- Failed sign-ins by keyed hash of login, pair and address; shared by all processes.
CREATE TABLE login_failures (
  key bytea PRIMARY KEY,
  failures integer NOT NULL,
  window_started_at timestamptz NOT NULL,
  refused_until timestamptz,
  refusals integer NOT NULL DEFAULT 0
);

CREATE TABLE audit_log (
  id uuid PRIMARY KEY,
  at timestamptz NOT NULL,
  actor_user_id uuid,
  actor_type text NOT NULL CHECK (actor_type IN ('anonymous', 'player', 'admin', 'system', 'service')),
  session_id uuid,
  request_id text,
  ip text,
  action text NOT NULL,
  resource_type text,
  resource_id text,
  outcome text NOT NULL CHECK (outcome IN ('success', 'denied', 'error')),
  severity text NOT NULL CHECK (severity IN ('info', 'notice', 'warning', 'high')),
  details jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX audit_log_at ON audit_log (at);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER audit_log_append_only BEFORE UPDATE OR DELETE ON audit_log
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
