-- What operators told players, so that the next one sees what was said.
CREATE TABLE broadcasts (
  id uuid PRIMARY KEY,
  at timestamptz NOT NULL,
  sent_by uuid NOT NULL REFERENCES users (id),
  scope text NOT NULL CHECK (scope IN ('global', 'region', 'player')),
  target_id text,
  text text NOT NULL,
  priority text NOT NULL CHECK (priority IN ('low', 'normal', 'high')),
  CONSTRAINT broadcasts_target CHECK ((scope = 'global') = (target_id IS NULL))
);
CREATE INDEX broadcasts_at ON broadcasts (at);
