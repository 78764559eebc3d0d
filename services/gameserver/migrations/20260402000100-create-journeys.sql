-- Journeys between servers (rule book, platform 8.4). A player is played on one server at a time: the one that holds
-- his epoch.

ALTER TABLE players
  -- here: played on this server; leaving: frozen by a journey that began here; away: another server holds him.
  ADD COLUMN holding text NOT NULL DEFAULT 'here' CHECK (holding IN ('here', 'leaving', 'away')),
  ADD COLUMN epoch bigint NOT NULL DEFAULT 0 CHECK (epoch >= 0);
-- His ship travels with him.
ALTER TABLE players DROP CONSTRAINT players_completed;
ALTER TABLE players ADD CONSTRAINT players_completed CHECK (
  first_login_state <> 'completed' OR (callsign IS NOT NULL AND (active_ship_id IS NOT NULL OR holding <> 'here')));

-- On the hub: which server holds a player. Without a row, or without a region, it is the hub itself.
CREATE TABLE player_locations (
  player_id uuid PRIMARY KEY REFERENCES players (id),
  region_id uuid REFERENCES regions (id),
  epoch bigint NOT NULL CHECK (epoch >= 0)
);

-- One row on either side: `out` where the journey began, `in` where it leads.
CREATE TABLE journeys (
  id uuid PRIMARY KEY,
  direction text NOT NULL CHECK (direction IN ('out', 'in')),
  player_id uuid NOT NULL,
  -- The region on the other side of the link, as it is registered here.
  peer_region_id uuid NOT NULL REFERENCES regions (id),
  from_region text NOT NULL,
  to_region text NOT NULL,
  from_sector_id integer NOT NULL,
  to_sector_id integer NOT NULL,
  -- The epoch the player had when he set out; he arrives with the next one.
  epoch bigint NOT NULL,
  state text NOT NULL CHECK (state IN ('requested', 'reserved', 'departed', 'held', 'moved', 'arrived', 'completed',
                                       'rejected', 'returned')),
  toll bigint CHECK (toll >= 0),
  max_toll bigint,
  max_cost integer,
  credits bigint CHECK (credits >= 0),
  -- Everything that travels, as text: nobody but the database reads it. Gone when the journey is over.
  payload text,
  payload_sha256 bytea,
  reason text,
  reserved_until timestamptz,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  due_at timestamptz NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  CONSTRAINT journeys_payload CHECK ((payload IS NULL) = (payload_sha256 IS NULL))
);
CREATE UNIQUE INDEX journeys_one_open ON journeys (player_id)
  WHERE state NOT IN ('completed', 'rejected', 'returned') AND direction = 'out';
CREATE INDEX journeys_due ON journeys (due_at)
  WHERE direction = 'out' AND state NOT IN ('completed', 'rejected', 'returned');
CREATE INDEX journeys_player ON journeys (player_id, created_at DESC);
