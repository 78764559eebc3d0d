-- What remains of the hourly prices once they are old: one row a market and day. A price that was not offered in any
-- hour of the day is null. `volume` counts the units players and traders moved that day.
CREATE TABLE price_days (
  station_id uuid NOT NULL REFERENCES stations (id),
  commodity text COLLATE "C" NOT NULL,
  day integer NOT NULL,
  direction text NOT NULL,
  ask_open bigint,
  ask_high bigint,
  ask_low bigint,
  ask_close bigint,
  bid_open bigint,
  bid_high bigint,
  bid_low bigint,
  bid_close bigint,
  stock_tenths smallint NOT NULL CHECK (stock_tenths BETWEEN 0 AND 10),
  volume bigint NOT NULL CHECK (volume >= 0),
  PRIMARY KEY (station_id, commodity, day)
);
CREATE INDEX price_days_day ON price_days (day);

-- The days the flow of a region was renewed for: one renewal a day, however often its job runs.
CREATE TABLE region_flow_days (
  region_id uuid NOT NULL REFERENCES regions (id),
  day integer NOT NULL,
  active_players integer NOT NULL CHECK (active_players >= 0),
  PRIMARY KEY (region_id, day)
);
