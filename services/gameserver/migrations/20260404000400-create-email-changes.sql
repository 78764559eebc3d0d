-- A change of a verified address waits for both addresses (rule book, platform 3.5).
CREATE TABLE email_changes (
  user_id uuid PRIMARY KEY REFERENCES users (id),
  new_email text NOT NULL,
  requested_at timestamptz NOT NULL,
  old_confirmed_at timestamptz,
  new_confirmed_at timestamptz
);
