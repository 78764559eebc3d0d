-- Scans, harvests, recalls and names of sectors (rule book, world 2.5, 3.3, 7.2 and 8.9).

ALTER TABLE sectors
  -- What an asteroid field holds as of the start of an hour since 1970; null = untouched and full.
  ADD COLUMN reserve integer,
  ADD COLUMN reserve_hour integer,
  ADD COLUMN named_at timestamptz,
  ADD CONSTRAINT sectors_reserve CHECK (reserve BETWEEN 0 AND reserve_max),
  ADD CONSTRAINT sectors_reserve_hour CHECK ((reserve IS NULL) = (reserve_hour IS NULL));

-- What a scan saw of the ships there; a visit replaces it by nothing.
ALTER TABLE sector_sightings ADD COLUMN traffic text CHECK (traffic IN ('none', 'some', 'busy'));

-- Changes of a chart up to this version cannot be told row by row.
ALTER TABLE player_charts ADD COLUMN delta_floor bigint NOT NULL DEFAULT 0;

CREATE TABLE player_items (
  player_id uuid NOT NULL REFERENCES players (id),
  item text COLLATE "C" NOT NULL,
  quantity integer NOT NULL CHECK (quantity >= 0),
  PRIMARY KEY (player_id, item)
);

CREATE TABLE cooldowns (
  player_id uuid NOT NULL REFERENCES players (id),
  kind text NOT NULL CHECK (kind IN ('recall', 'nebula_harvest')),
  until timestamptz NOT NULL,
  PRIMARY KEY (player_id, kind)
);
