-- Mails to be sent, written in the transaction of what they tell. Subject and text are sealed, because some hold
-- links that open an account, and are removed once sent (rule book, platform 3.5).
CREATE TABLE mail_outbox (
  id uuid PRIMARY KEY,
  created_at timestamptz NOT NULL,
  recipient text NOT NULL,
  kind text NOT NULL,
  content_enc bytea,
  attempts integer NOT NULL DEFAULT 0,
  next_attempt_at timestamptz NOT NULL,
  sent_at timestamptz,
  failed_at timestamptz
);
CREATE INDEX mail_outbox_due ON mail_outbox (next_attempt_at) WHERE sent_at IS NULL AND failed_at IS NULL;
CREATE INDEX mail_outbox_created ON mail_outbox (created_at);
