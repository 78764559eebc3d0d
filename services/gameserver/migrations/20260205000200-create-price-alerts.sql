-- Prices players watch. `heard_version` is the market the alert was judged on last: one judgement a change.
CREATE TABLE price_alerts (
  id uuid PRIMARY KEY,
  player_id uuid NOT NULL REFERENCES players (id),
  station_id uuid NOT NULL REFERENCES stations (id),
  commodity text COLLATE "C" NOT NULL,
  side text NOT NULL CHECK (side IN ('buy', 'sell')),
  op text NOT NULL CHECK (op IN ('gte', 'lte')),
  price bigint NOT NULL CHECK (price > 0),
  repeats boolean NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  heard_version integer NOT NULL DEFAULT -1,
  triggered_at timestamptz,
  triggered_price bigint,
  CONSTRAINT price_alerts_lifetime CHECK (expires_at > created_at)
);
CREATE INDEX price_alerts_player ON price_alerts (player_id);
CREATE INDEX price_alerts_market ON price_alerts (station_id, commodity);
