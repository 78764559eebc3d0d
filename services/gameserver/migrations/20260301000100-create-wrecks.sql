-- What is left of a ship that broke up (rule book, ships-combat 8).
CREATE TABLE wrecks (
  id uuid PRIMARY KEY,
  sector_id integer NOT NULL REFERENCES sectors (id),
  ship_type text NOT NULL,
  name text NOT NULL,
  original_owner_id uuid REFERENCES players (id),
  -- Who paid for taking from it with his reputation, each once.
  robbed_by uuid[] NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX wrecks_sector ON wrecks (sector_id);
CREATE INDEX wrecks_expiry ON wrecks (expires_at);

CREATE TABLE wreck_cargo (
  wreck_id uuid NOT NULL REFERENCES wrecks (id) ON DELETE CASCADE,
  commodity text COLLATE "C" NOT NULL,
  quantity integer NOT NULL CHECK (quantity > 0),
  PRIMARY KEY (wreck_id, commodity)
);
CREATE INDEX ships_adrift ON ships (derelict_at) WHERE status = 'derelict';
