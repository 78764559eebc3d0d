-- What exploring earns and what limits it (rule book, world 4.6, 7.3 and society 2.2).

ALTER TABLE players
  ADD COLUMN sectors_visited integer NOT NULL DEFAULT 0 CHECK (sectors_visited >= 0),
  ADD COLUMN sectors_discovered integer NOT NULL DEFAULT 0 CHECK (sectors_discovered >= 0),
  -- Rank points from exploration in the UTC day that began here.
  ADD COLUMN exploration_day date,
  ADD COLUMN exploration_points smallint NOT NULL DEFAULT 0 CHECK (exploration_points >= 0);

-- Every award once: a repeated source adds nothing.
CREATE TABLE rank_point_events (
  player_id uuid NOT NULL REFERENCES players (id),
  source text NOT NULL,
  ref_id text NOT NULL,
  points smallint NOT NULL CHECK (points > 0),
  at timestamptz NOT NULL,
  PRIMARY KEY (player_id, source, ref_id)
);

CREATE TABLE player_formations (
  player_id uuid NOT NULL REFERENCES players (id),
  formation_id uuid NOT NULL REFERENCES formations (id),
  found_at timestamptz NOT NULL,
  credits bigint NOT NULL CHECK (credits >= 0),
  PRIMARY KEY (player_id, formation_id)
);
CREATE INDEX player_formations_found ON player_formations (player_id, found_at);

ALTER TABLE clusters
  ADD COLUMN nebula_charted_by uuid,
  ADD COLUMN nebula_charted_at timestamptz;

-- Who explored before visits were counted: what the charts and sightings still tell.
UPDATE players p SET sectors_visited = v.n
FROM (SELECT player_id, sum(bit_count(visited))::int AS n FROM player_charts GROUP BY player_id) v
WHERE v.player_id = p.id;

UPDATE sectors s SET discovered_by = f.player_id, discovered_at = f.seen_at
FROM (
  SELECT DISTINCT ON (sector_id) sector_id, player_id, seen_at FROM sector_sightings
  ORDER BY sector_id, seen_at, player_id
) f
WHERE f.sector_id = s.id AND s.discovered_by IS NULL;

UPDATE players p SET sectors_discovered = d.n
FROM (SELECT discovered_by, count(*)::int AS n FROM sectors WHERE discovered_by IS NOT NULL GROUP BY discovered_by) d
WHERE d.discovered_by = p.id;
