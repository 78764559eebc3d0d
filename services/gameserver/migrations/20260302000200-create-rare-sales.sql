-- What a station has bought of each rare find on a UTC day, counted from the epoch.
CREATE TABLE rare_sale_days (
  station_id uuid NOT NULL REFERENCES stations (id),
  item text COLLATE "C" NOT NULL,
  day integer NOT NULL,
  bought smallint NOT NULL CONSTRAINT rare_sale_days_capacity CHECK (bought BETWEEN 0 AND 20),
  PRIMARY KEY (station_id, item, day)
);
