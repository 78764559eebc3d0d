-- An account that is to be deleted can be taken back for 14 days by signing in (rule book, platform 3.10).
ALTER TABLE users
  ADD COLUMN deletion_requested_at timestamptz,
  ADD COLUMN exported_at timestamptz;
CREATE INDEX users_deletion ON users (deletion_requested_at) WHERE deletion_requested_at IS NOT NULL;
