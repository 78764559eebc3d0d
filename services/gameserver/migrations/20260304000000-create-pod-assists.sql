-- Until when somebody's next rescue is free because a passer-by assisted his pod (rule book, ships-combat 7).
ALTER TABLE players ADD COLUMN assisted_until timestamptz;

-- When a helper was last rewarded for a pilot: what the limits of the reputation are counted by (society 4.2).
CREATE TABLE pod_assists (
  helper_id uuid NOT NULL REFERENCES players (id),
  pilot_id uuid NOT NULL REFERENCES players (id),
  rewarded_at timestamptz NOT NULL,
  PRIMARY KEY (helper_id, pilot_id),
  CONSTRAINT pod_assists_another CHECK (helper_id <> pilot_id)
);
