-- Players, ships, knowledge, turns (rule book, society 1, ships-combat 2, world 6 and 7).

CREATE TABLE players (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL UNIQUE REFERENCES users (id),
  callsign text,
  rank_level smallint NOT NULL DEFAULT 0 CHECK (rank_level BETWEEN 0 AND 17),
  rank_points integer NOT NULL DEFAULT 0 CHECK (rank_points >= 0),
  personal_reputation smallint NOT NULL DEFAULT 0 CHECK (personal_reputation BETWEEN -1000 AND 1000),
  aria_trust_level smallint NOT NULL DEFAULT 1 CHECK (aria_trust_level BETWEEN 1 AND 5),
  status text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'suspended', 'deleted')),
  first_login_state text NOT NULL DEFAULT 'not_started'
    CHECK (first_login_state IN ('not_started', 'in_progress', 'completed')),
  newcomer_until timestamptz,
  suspect_until timestamptz,
  wanted_until timestamptz,
  active_ship_id uuid UNIQUE,
  turns integer NOT NULL DEFAULT 1000 CHECK (turns >= 0),
  turns_anchor_ms bigint NOT NULL,
  turns_frac bigint NOT NULL DEFAULT 0 CHECK (turns_frac BETWEEN 0 AND 863999999),
  lifetime_turns_spent bigint NOT NULL DEFAULT 0,
  autopilot_until timestamptz,
  muted_until timestamptz,
  last_fee_waived_on date,
  last_active_at timestamptz NOT NULL,
  is_demo boolean NOT NULL DEFAULT false,
  rev bigint NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  CONSTRAINT players_completed CHECK (
    first_login_state <> 'completed' OR (callsign IS NOT NULL AND active_ship_id IS NOT NULL))
) WITH (fillfactor = 70);

CREATE TABLE ships (
  id uuid PRIMARY KEY,
  region_id uuid NOT NULL REFERENCES regions (id),
  registration text NOT NULL UNIQUE,
  type text NOT NULL,
  name text NOT NULL,
  owner_id uuid NOT NULL REFERENCES players (id),
  sector_id integer NOT NULL REFERENCES sectors (id),
  status text NOT NULL CHECK (status IN ('docked', 'in_space', 'landed', 'destroyed')),
  station_id uuid REFERENCES stations (id),
  docked_at timestamptz,
  hull integer NOT NULL,
  shields integer NOT NULL,
  shields_at timestamptz NOT NULL,
  shields_acc bigint NOT NULL DEFAULT 0,
  condition_milli integer NOT NULL DEFAULT 100000 CHECK (condition_milli BETWEEN 0 AND 100000),
  condition_at timestamptz NOT NULL,
  condition_acc bigint NOT NULL DEFAULT 0,
  fault text NOT NULL DEFAULT 'none' CHECK (fault IN ('none', 'scanner', 'engine')),
  cargo_capacity integer NOT NULL CHECK (cargo_capacity >= 0),
  cargo_used integer NOT NULL DEFAULT 0,
  purchase_value bigint NOT NULL,
  is_bound boolean NOT NULL DEFAULT false,
  is_loaner boolean NOT NULL DEFAULT false,
  last_combat_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  CONSTRAINT ships_docked CHECK ((status = 'docked') = (station_id IS NOT NULL)),
  CONSTRAINT ships_hull CHECK (hull >= 0 AND (hull > 0 OR status = 'destroyed')),
  CONSTRAINT ships_shields CHECK (shields >= 0),
  CONSTRAINT ships_hold CHECK (cargo_used >= 0 AND cargo_used <= cargo_capacity)
) WITH (fillfactor = 70);
CREATE INDEX ships_sector ON ships (sector_id) WHERE status <> 'destroyed';
CREATE INDEX ships_owner ON ships (owner_id);
ALTER TABLE players ADD CONSTRAINT players_active_ship
  FOREIGN KEY (active_ship_id) REFERENCES ships (id) DEFERRABLE INITIALLY DEFERRED;

CREATE TABLE ship_cargo (
  ship_id uuid NOT NULL REFERENCES ships (id),
  commodity text COLLATE "C" NOT NULL,
  quantity integer NOT NULL CONSTRAINT ship_cargo_not_negative CHECK (quantity >= 0),
  avg_cost bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (ship_id, commodity)
) WITH (fillfactor = 70);

CREATE SEQUENCE turn_ledger_id;
CREATE TABLE turn_ledger (
  id bigint NOT NULL DEFAULT nextval('turn_ledger_id'),
  player_id uuid NOT NULL,
  at timestamptz NOT NULL,
  regen_added integer NOT NULL CHECK (regen_added >= 0),
  spent integer NOT NULL CHECK (spent >= 0),
  granted integer NOT NULL CHECK (granted >= 0),
  balance_after integer NOT NULL CHECK (balance_after >= 0),
  reason text NOT NULL,
  ref_type text,
  ref_id text,
  region_id uuid,
  PRIMARY KEY (id, at)
) PARTITION BY RANGE (at);
CREATE INDEX turn_ledger_player ON turn_ledger (player_id, id);
CREATE TABLE turn_ledger_rest PARTITION OF turn_ledger DEFAULT;
SELECT ensure_monthly_partitions('turn_ledger', now());

-- One bit per sector number.
CREATE TABLE player_charts (
  player_id uuid NOT NULL REFERENCES players (id),
  region_id uuid NOT NULL REFERENCES regions (id),
  charted bytea NOT NULL,
  scanned bytea NOT NULL,
  visited bytea NOT NULL,
  version bigint NOT NULL DEFAULT 1,
  PRIMARY KEY (player_id, region_id)
) WITH (fillfactor = 60);

CREATE TABLE sector_sightings (
  player_id uuid NOT NULL REFERENCES players (id),
  sector_id integer NOT NULL REFERENCES sectors (id),
  seen_at timestamptz NOT NULL,
  chart_version bigint NOT NULL,
  PRIMARY KEY (player_id, sector_id)
) WITH (fillfactor = 80);

CREATE TABLE player_known_warps (
  player_id uuid NOT NULL REFERENCES players (id),
  warp_id bigint NOT NULL REFERENCES warps (id),
  via text NOT NULL CHECK (via IN ('scan', 'travel', 'team')),
  at timestamptz NOT NULL,
  PRIMARY KEY (player_id, warp_id)
);

CREATE TABLE price_memory (
  player_id uuid NOT NULL REFERENCES players (id),
  station_id uuid NOT NULL REFERENCES stations (id),
  commodity text COLLATE "C" NOT NULL,
  direction text NOT NULL,
  ask bigint,
  bid bigint,
  stock_tenths smallint NOT NULL,
  as_of timestamptz NOT NULL,
  PRIMARY KEY (player_id, station_id, commodity)
);

CREATE TABLE player_stations_docked (
  player_id uuid NOT NULL REFERENCES players (id),
  station_id uuid NOT NULL REFERENCES stations (id),
  first_at timestamptz NOT NULL,
  last_at timestamptz NOT NULL,
  PRIMARY KEY (player_id, station_id)
);

CREATE TABLE first_ship_chains (
  player_id uuid PRIMARY KEY REFERENCES players (id),
  steps smallint[] NOT NULL,
  targets jsonb NOT NULL,
  progress jsonb NOT NULL,
  done smallint[] NOT NULL DEFAULT '{}',
  skipped smallint[] NOT NULL DEFAULT '{}',
  began_at timestamptz NOT NULL,
  finished_at timestamptz
);

CREATE TABLE player_settings (
  player_id uuid PRIMARY KEY REFERENCES players (id),
  settings jsonb NOT NULL,
  rev integer NOT NULL DEFAULT 1
);

-- Courses a player plotted, so that autopilot and the starter chain can refer to them.
CREATE TABLE plotted_courses (
  player_id uuid PRIMARY KEY REFERENCES players (id),
  route_id uuid NOT NULL,
  from_sector_id integer NOT NULL,
  to_sector_id integer NOT NULL,
  hops integer NOT NULL,
  objective text NOT NULL,
  avoid integer[] NOT NULL DEFAULT '{}',
  at timestamptz NOT NULL
);
