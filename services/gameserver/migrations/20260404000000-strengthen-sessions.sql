-- How a session was proved, and when last in full: what dangerous calls ask for (rule book, platform 3.1 and 3.7).
ALTER TABLE sessions
  ADD COLUMN amr text[] NOT NULL DEFAULT '{pwd}',
  ADD COLUMN mfa_at timestamptz;
