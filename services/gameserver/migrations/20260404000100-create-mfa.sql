-- Second factors (rule book, platform 3.1 and 3.7). Secrets are sealed under the key for data.
CREATE TABLE mfa_credentials (
  user_id uuid PRIMARY KEY REFERENCES users (id),
  secret_enc bytea NOT NULL,
  created_at timestamptz NOT NULL,
  confirmed_at timestamptz,
  -- The newest 30 s step whose code was taken: none is taken twice.
  last_step bigint NOT NULL DEFAULT 0
);

CREATE TABLE mfa_backup_codes (
  user_id uuid NOT NULL REFERENCES users (id),
  code_hash bytea NOT NULL,
  used_at timestamptz,
  PRIMARY KEY (user_id, code_hash)
);
