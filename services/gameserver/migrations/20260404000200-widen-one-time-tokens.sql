-- One table for everything that is handed out once (rule book, platform 3.1): `meta` holds what it is about,
-- `failures` how often somebody guessed at what it asks for.
ALTER TABLE one_time_tokens
  DROP CONSTRAINT one_time_tokens_purpose_check,
  ADD CONSTRAINT one_time_tokens_purpose_check CHECK (purpose IN (
    'ws_ticket', 'mfa_challenge', 'email_verify', 'email_change', 'password_reset', 'oauth_state', 'oauth_exchange',
    'openid_nonce')),
  ALTER COLUMN user_id DROP NOT NULL,
  ADD COLUMN meta jsonb NOT NULL DEFAULT '{}',
  ADD COLUMN failures integer NOT NULL DEFAULT 0;
CREATE INDEX one_time_tokens_user ON one_time_tokens (user_id, purpose) WHERE purpose <> 'ws_ticket';
