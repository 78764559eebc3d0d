-- What players keep and buy at the counters of stations (rule book, economy 2.3).

CREATE TABLE warehouses (
  player_id uuid NOT NULL REFERENCES players (id),
  station_id uuid NOT NULL REFERENCES stations (id),
  blocks smallint NOT NULL CHECK (blocks BETWEEN 1 AND 20),
  paid_until timestamptz NOT NULL,
  unpaid_since timestamptz,
  PRIMARY KEY (player_id, station_id)
) WITH (fillfactor = 80);
CREATE INDEX warehouses_due ON warehouses (paid_until);

CREATE TABLE warehouse_items (
  player_id uuid NOT NULL,
  station_id uuid NOT NULL,
  commodity text COLLATE "C" NOT NULL,
  quantity integer NOT NULL CONSTRAINT warehouse_items_not_negative CHECK (quantity > 0),
  avg_cost bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (player_id, station_id, commodity),
  FOREIGN KEY (player_id, station_id) REFERENCES warehouses (player_id, station_id) ON DELETE CASCADE
);

-- What a station has refined on a UTC day, counted from the epoch.
CREATE TABLE refining_days (
  station_id uuid NOT NULL REFERENCES stations (id),
  day integer NOT NULL,
  made smallint NOT NULL CONSTRAINT refining_days_capacity CHECK (made BETWEEN 0 AND 20),
  PRIMARY KEY (station_id, day)
);

-- Live prices around a station, for one player until a moment.
CREATE TABLE market_intelligence (
  player_id uuid NOT NULL REFERENCES players (id),
  station_id uuid NOT NULL REFERENCES stations (id),
  until timestamptz NOT NULL,
  PRIMARY KEY (player_id, station_id)
);
