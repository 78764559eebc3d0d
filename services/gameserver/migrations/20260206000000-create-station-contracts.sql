-- Jobs of stations (rule book, economy 12). A posted contract that nobody takes is deleted when it expires.

CREATE TABLE contracts (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('freight', 'express', 'procurement')),
  state text NOT NULL DEFAULT 'posted'
    CHECK (state IN ('posted', 'accepted', 'in_transit', 'completed', 'failed', 'abandoned')),
  station_id uuid NOT NULL REFERENCES stations (id),
  target_station_id uuid NOT NULL REFERENCES stations (id),
  commodity text COLLATE "C",
  quantity integer NOT NULL CHECK (quantity > 0),
  delivered integer NOT NULL DEFAULT 0,
  hops smallint NOT NULL CHECK (hops BETWEEN 3 AND 15),
  pay bigint NOT NULL CHECK (pay > 0),
  goods_pay bigint NOT NULL CHECK (goods_pay >= 0),
  fee bigint NOT NULL CHECK (fee > 0),
  penalty bigint NOT NULL CHECK (penalty >= 0),
  unpaid_penalty bigint NOT NULL DEFAULT 0 CHECK (unpaid_penalty >= 0),
  time_limit_h smallint NOT NULL CHECK (time_limit_h > 0),
  -- Quarter of an hour since the epoch it was posted for; null when it is kept for one player.
  quarter integer,
  reserved_for uuid REFERENCES players (id),
  posted_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  player_id uuid REFERENCES players (id),
  ship_id uuid REFERENCES ships (id),
  accepted_at timestamptz,
  deadline_at timestamptz,
  paid_at timestamptz,
  ended_at timestamptz,
  CONSTRAINT contracts_delivered CHECK (delivered BETWEEN 0 AND quantity),
  CONSTRAINT contracts_holder CHECK ((state = 'posted') = (player_id IS NULL)),
  CONSTRAINT contracts_deadline CHECK (state = 'posted' OR deadline_at IS NOT NULL),
  CONSTRAINT contracts_completed CHECK (state <> 'completed' OR delivered = quantity),
  CONSTRAINT contracts_sealed CHECK ((kind = 'procurement') = (commodity IS NOT NULL))
) WITH (fillfactor = 80);
CREATE UNIQUE INDEX contracts_one_a_quarter ON contracts (station_id, quarter) WHERE quarter IS NOT NULL;
CREATE UNIQUE INDEX contracts_one_reserved ON contracts (reserved_for) WHERE state = 'posted';
CREATE INDEX contracts_player ON contracts (player_id, paid_at) WHERE player_id IS NOT NULL;
CREATE INDEX contracts_due ON contracts (deadline_at) WHERE state IN ('accepted', 'in_transit');
CREATE INDEX contracts_expiry ON contracts (expires_at) WHERE state = 'posted';
CREATE INDEX contracts_ended ON contracts (ended_at) WHERE ended_at IS NOT NULL;
