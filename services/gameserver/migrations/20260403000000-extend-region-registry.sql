-- The registry of regions (rule book, platform 8.1): owner, where the world is served, counters, life cycle.

ALTER TABLE region_registry
  ADD COLUMN next_map_slot integer NOT NULL DEFAULT 0 CHECK (next_map_slot >= 0),
  -- Grows with everything about regions that processes keep in memory: who has an older one reads them anew.
  ADD COLUMN version bigint NOT NULL DEFAULT 0;

ALTER TABLE regions
  ALTER COLUMN plan_hash SET DEFAULT '',
  -- No foreign key: on a regional server the account is somewhere else.
  ADD COLUMN owner_user_id uuid,
  ADD COLUMN instance_version text,
  -- A region-manager makes and serves its world.
  ADD COLUMN is_managed boolean NOT NULL DEFAULT false,
  ADD COLUMN operation_id uuid,
  ADD COLUMN map_slot integer UNIQUE CHECK (map_slot >= 0),
  ADD COLUMN online_players integer NOT NULL DEFAULT 0 CHECK (online_players >= 0),
  ADD COLUMN active_players_30d integer NOT NULL DEFAULT 0 CHECK (active_players_30d >= 0),
  ADD COLUMN trade_volume_30d bigint NOT NULL DEFAULT 0 CHECK (trade_volume_30d >= 0),
  ADD COLUMN counted_at timestamptz,
  ADD COLUMN created_at timestamptz NOT NULL DEFAULT now(),
  ADD COLUMN suspended_at timestamptz,
  ADD COLUMN terminated_at timestamptz,
  ADD COLUMN evacuated_at timestamptz,
  ADD COLUMN purge_after timestamptz,
  ADD COLUMN attach_failures integer NOT NULL DEFAULT 0 CHECK (attach_failures >= 0),
  ADD COLUMN attach_after timestamptz,
  ADD COLUMN version integer NOT NULL DEFAULT 1,
  ADD CONSTRAINT regions_status CHECK (status IN ('pending', 'provisioning', 'attaching', 'active', 'suspended',
    'grace', 'terminated', 'purged', 'failed')),
  ADD CONSTRAINT regions_owned CHECK (kind = 'player_owned' OR owner_user_id IS NULL),
  ADD CONSTRAINT regions_size CHECK (kind <> 'player_owned' OR sector_count BETWEEN 100 AND 1000);
CREATE INDEX regions_owner ON regions (owner_user_id) WHERE owner_user_id IS NOT NULL;
-- A sector is the end of one link at most (rule book, world 4.5).
CREATE UNIQUE INDEX regions_nexus_end ON regions (nexus_sector_id)
  WHERE nexus_sector_id IS NOT NULL AND status NOT IN ('terminated', 'purged');

-- What an owner decides, one row a region (rule book, platform 8.2 and 8.8); the tax stands with the region.
CREATE TABLE region_governance (
  region_id uuid PRIMARY KEY REFERENCES regions (id),
  governance_type text NOT NULL DEFAULT 'autocracy'
    CHECK (governance_type IN ('autocracy', 'democracy', 'council')),
  link_toll integer NOT NULL DEFAULT 250 CHECK (link_toll BETWEEN 0 AND 1000),
  entry_policy text NOT NULL DEFAULT 'open' CHECK (entry_policy IN ('open', 'members_only')),
  motto text NOT NULL DEFAULT '' CHECK (char_length(motto) <= 140),
  description text NOT NULL DEFAULT '' CHECK (char_length(description) <= 2000),
  greeting text NOT NULL DEFAULT '' CHECK (char_length(greeting) <= 280),
  palette text[] CHECK (palette IS NULL OR cardinality(palette) = 5),
  banner text,
  culture_changed_at timestamptz,
  version integer NOT NULL DEFAULT 1
);
INSERT INTO region_governance (region_id, link_toll) SELECT id, 0 FROM regions WHERE kind <> 'player_owned';

-- What happened to a region, for its operators: every step of its making and of its end.
CREATE TABLE region_events (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  region_id uuid NOT NULL REFERENCES regions (id),
  at timestamptz NOT NULL,
  step text NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('begun', 'done', 'failed')),
  detail text
);
CREATE INDEX region_events_region ON region_events (region_id, id DESC);
