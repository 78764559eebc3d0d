-- What players write on their own charts (rule book, world 12.3 and frontends 5.6).

CREATE TABLE bookmarks (
  player_id uuid NOT NULL REFERENCES players (id),
  sector_id integer NOT NULL REFERENCES sectors (id),
  label text NOT NULL,
  colour smallint NOT NULL CHECK (colour BETWEEN 0 AND 7),
  PRIMARY KEY (player_id, sector_id)
);

CREATE TABLE sector_notes (
  player_id uuid NOT NULL REFERENCES players (id),
  sector_id integer NOT NULL REFERENCES sectors (id),
  text text NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (player_id, sector_id)
);

CREATE TABLE avoided_sectors (
  player_id uuid NOT NULL REFERENCES players (id),
  sector_id integer NOT NULL REFERENCES sectors (id),
  PRIMARY KEY (player_id, sector_id)
);
