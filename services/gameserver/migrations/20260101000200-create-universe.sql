-- Regions, sectors, warps, stations, planets (rule book, world 2 and economy 2).

CREATE TABLE region_registry (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  next_sector_id integer NOT NULL
);
INSERT INTO region_registry (next_sector_id) VALUES (5301);

CREATE TABLE regions (
  id uuid PRIMARY KEY,
  name text NOT NULL UNIQUE,
  code text NOT NULL UNIQUE CHECK (code ~ '^[A-Z0-9]{3}$'),
  title text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('central_nexus', 'terran_space', 'player_owned')),
  sector_count integer NOT NULL,
  first_sector_id integer NOT NULL UNIQUE,
  seed text NOT NULL,
  generator_version integer NOT NULL,
  plan_hash text NOT NULL,
  status text NOT NULL DEFAULT 'active',
  map_x integer NOT NULL,
  map_y integer NOT NULL,
  map_z integer NOT NULL,
  gateway_sector_id integer,
  nexus_sector_id integer,
  has_public_chart boolean NOT NULL DEFAULT true,
  region_tax_bp integer NOT NULL DEFAULT 1000 CHECK (region_tax_bp BETWEEN 500 AND 2500),
  active_players integer NOT NULL DEFAULT 1 CHECK (active_players >= 0),
  topology_version integer NOT NULL DEFAULT 1
);
CREATE UNIQUE INDEX regions_one_nexus ON regions (kind) WHERE kind <> 'player_owned';

CREATE TABLE zones (
  region_id uuid NOT NULL REFERENCES regions (id),
  kind text NOT NULL CHECK (kind IN ('federation', 'border', 'frontier', 'expanse')),
  name text NOT NULL,
  start_number integer NOT NULL,
  end_number integer NOT NULL,
  policing integer NOT NULL CHECK (policing BETWEEN 0 AND 10),
  danger integer NOT NULL CHECK (danger BETWEEN 0 AND 10),
  PRIMARY KEY (region_id, kind),
  CHECK (start_number <= end_number)
);

CREATE TABLE clusters (
  region_id uuid NOT NULL REFERENCES regions (id),
  index integer NOT NULL,
  name text NOT NULL,
  type text NOT NULL,
  hub_number integer NOT NULL,
  center_x integer NOT NULL,
  center_y integer NOT NULL,
  center_z integer NOT NULL,
  nebula_kind text,
  nebula_field integer,
  PRIMARY KEY (region_id, index)
);

CREATE TABLE sectors (
  id integer PRIMARY KEY,
  region_id uuid NOT NULL REFERENCES regions (id),
  number integer NOT NULL,
  zone text NOT NULL,
  cluster_index integer NOT NULL,
  name text NOT NULL,
  x integer NOT NULL,
  y integer NOT NULL,
  z integer NOT NULL,
  type text NOT NULL,
  hazard integer NOT NULL CHECK (hazard BETWEEN 0 AND 10),
  nebula_density integer NOT NULL CHECK (nebula_density BETWEEN 0 AND 100),
  richness integer NOT NULL CHECK (richness BETWEEN 0 AND 10),
  reserve_max integer NOT NULL CHECK (reserve_max >= 0),
  protected boolean NOT NULL,
  no_gate boolean NOT NULL,
  pocket_index integer,
  discovered_by uuid,
  discovered_at timestamptz,
  UNIQUE (region_id, number)
);

CREATE TABLE warps (
  id bigint PRIMARY KEY,
  link_id bigint NOT NULL,
  from_sector_id integer NOT NULL REFERENCES sectors (id),
  to_sector_id integer NOT NULL REFERENCES sectors (id),
  kind text NOT NULL CHECK (kind IN ('lane', 'tunnel', 'trunk', 'nexus_link', 'gate')),
  length integer NOT NULL CHECK (length >= 0),
  extra_cost integer NOT NULL CHECK (extra_cost BETWEEN 0 AND 6),
  hidden boolean NOT NULL,
  status text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'disrupted', 'building', 'destroyed')),
  CONSTRAINT warps_no_self CHECK (from_sector_id <> to_sector_id),
  CONSTRAINT warps_unique UNIQUE (from_sector_id, to_sector_id, kind)
);

CREATE TABLE formations (
  id uuid PRIMARY KEY,
  region_id uuid NOT NULL REFERENCES regions (id),
  kind text NOT NULL,
  anchor_number integer NOT NULL,
  member_numbers integer[] NOT NULL,
  name text NOT NULL
);

CREATE TABLE stations (
  id uuid PRIMARY KEY,
  region_id uuid NOT NULL REFERENCES regions (id),
  sector_id integer NOT NULL REFERENCES sectors (id),
  name text NOT NULL,
  station_class integer NOT NULL CHECK (station_class BETWEEN 0 AND 11),
  facility text NOT NULL CHECK (facility IN ('none', 'spacedock', 'tradedock')),
  size integer NOT NULL CHECK (size BETWEEN 1 AND 10),
  type text NOT NULL,
  status text NOT NULL DEFAULT 'operational'
    CHECK (status IN ('operational', 'arrears', 'locked_down', 'disabled')),
  faction text,
  min_standing integer NOT NULL DEFAULT -499,
  owner_player_id uuid,
  tariff_bp integer NOT NULL DEFAULT 0 CHECK (tariff_bp BETWEEN 0 AND 800),
  docking_fee_bp integer NOT NULL DEFAULT 10000 CHECK (docking_fee_bp BETWEEN 5000 AND 20000),
  security_tier text NOT NULL CHECK (security_tier IN ('none', 'basic', 'standard', 'premium')),
  services text[] NOT NULL,
  UNIQUE (region_id, name)
);
CREATE INDEX stations_sector ON stations (sector_id);

CREATE TABLE station_market (
  station_id uuid NOT NULL REFERENCES stations (id),
  commodity text COLLATE "C" NOT NULL,
  direction text NOT NULL CHECK (direction IN ('buys', 'sells', 'both')),
  stock integer NOT NULL,
  capacity integer NOT NULL CHECK (capacity > 0),
  target_bp integer NOT NULL CHECK (target_bp BETWEEN 0 AND 10000),
  base_flow_per_hour integer NOT NULL CHECK (base_flow_per_hour >= 1),
  flow_per_hour integer NOT NULL CHECK (flow_per_hour >= 1),
  regen_acc bigint NOT NULL DEFAULT 0 CHECK (regen_acc BETWEEN 0 AND 3599999),
  drift_bp integer NOT NULL DEFAULT 0 CHECK (drift_bp BETWEEN -1000 AND 1000),
  as_of timestamptz NOT NULL,
  frozen_until timestamptz,
  version integer NOT NULL DEFAULT 0,
  PRIMARY KEY (station_id, commodity),
  CONSTRAINT station_market_stock CHECK (stock >= 0 AND stock <= capacity)
) WITH (fillfactor = 70);

CREATE TABLE planets (
  id uuid PRIMARY KEY,
  region_id uuid NOT NULL REFERENCES regions (id),
  sector_id integer NOT NULL REFERENCES sectors (id),
  name text NOT NULL,
  type text NOT NULL,
  size integer NOT NULL,
  habitability integer NOT NULL,
  richness integer NOT NULL,
  is_home_world boolean NOT NULL
);
CREATE INDEX planets_sector ON planets (sector_id);

-- Hourly prices for one unit without personal advantage; public in the Federation zones.
CREATE TABLE price_points (
  station_id uuid NOT NULL REFERENCES stations (id),
  commodity text COLLATE "C" NOT NULL,
  hour integer NOT NULL,
  direction text NOT NULL,
  ask bigint,
  bid bigint,
  stock_tenths smallint NOT NULL CHECK (stock_tenths BETWEEN 0 AND 10),
  PRIMARY KEY (station_id, commodity, hour)
);
CREATE INDEX price_points_hour ON price_points (hour);
