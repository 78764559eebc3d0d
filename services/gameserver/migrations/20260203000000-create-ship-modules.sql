-- Modules, insurance and history of ships (rule book, ships-combat 2, 3, 5 and 6); derelicts lose their owner.

ALTER TABLE ships
  ADD COLUMN engine_level smallint NOT NULL DEFAULT 0 CHECK (engine_level BETWEEN 0 AND 4),
  ADD COLUMN cargo_hold_level smallint NOT NULL DEFAULT 0 CHECK (cargo_hold_level BETWEEN 0 AND 4),
  ADD COLUMN shield_level smallint NOT NULL DEFAULT 0 CHECK (shield_level BETWEEN 0 AND 4),
  ADD COLUMN hull_level smallint NOT NULL DEFAULT 0 CHECK (hull_level BETWEEN 0 AND 5),
  ADD COLUMN sensor_level smallint NOT NULL DEFAULT 0 CHECK (sensor_level BETWEEN 0 AND 5),
  ADD COLUMN drone_bay_level smallint NOT NULL DEFAULT 0 CHECK (drone_bay_level BETWEEN 0 AND 4),
  ADD COLUMN genesis_containment_level smallint NOT NULL DEFAULT 0 CHECK (genesis_containment_level BETWEEN 0 AND 4),
  ADD COLUMN maintenance_system_level smallint NOT NULL DEFAULT 0 CHECK (maintenance_system_level BETWEEN 0 AND 5),
  ADD COLUMN upgrade_spend bigint NOT NULL DEFAULT 0 CHECK (upgrade_spend >= 0),
  ADD COLUMN insured_from timestamptz,
  ADD COLUMN insured_until timestamptz,
  ADD COLUMN insured_value bigint CHECK (insured_value > 0),
  ADD COLUMN insurance_paid_at timestamptz,
  ADD COLUMN derelict_at timestamptz,
  ADD COLUMN former_owner_id uuid REFERENCES players (id),
  ALTER COLUMN owner_id DROP NOT NULL,
  DROP CONSTRAINT ships_status_check,
  ADD CONSTRAINT ships_status_check CHECK (status IN ('docked', 'in_space', 'landed', 'derelict', 'destroyed')),
  ADD CONSTRAINT ships_owned CHECK (owner_id IS NOT NULL OR status = 'derelict'),
  ADD CONSTRAINT ships_derelict CHECK ((status = 'derelict') = (derelict_at IS NOT NULL)),
  ADD CONSTRAINT ships_insured CHECK (
    (insured_until IS NULL) = (insured_from IS NULL) AND (insured_until IS NULL) = (insured_value IS NULL));

-- One of each per ship, one slot each.
CREATE TABLE ship_equipment (
  ship_id uuid NOT NULL REFERENCES ships (id) ON DELETE CASCADE,
  slot smallint NOT NULL CHECK (slot BETWEEN 1 AND 4),
  item text COLLATE "C" NOT NULL,
  level smallint NOT NULL DEFAULT 0 CHECK (level BETWEEN 0 AND 3),
  paid bigint NOT NULL CHECK (paid >= 0),
  PRIMARY KEY (ship_id, slot),
  CONSTRAINT ship_equipment_once UNIQUE (ship_id, item)
);

CREATE TABLE ship_registry_event (
  id uuid PRIMARY KEY,
  ship_id uuid NOT NULL REFERENCES ships (id),
  kind text NOT NULL CHECK (kind IN ('built', 'purchased', 'renamed', 'sold', 'transferred', 'abandoned', 'claimed',
    'insured', 'claim_paid', 'destroyed', 'scrapped', 'admin')),
  actor_id uuid REFERENCES players (id),
  other_id uuid REFERENCES players (id),
  credits bigint NOT NULL DEFAULT 0 CHECK (credits >= 0),
  station_id uuid REFERENCES stations (id),
  name text,
  at timestamptz NOT NULL
);
CREATE INDEX ship_registry_event_ship ON ship_registry_event (ship_id, id);
CREATE TRIGGER ship_registry_event_append_only BEFORE UPDATE OR DELETE ON ship_registry_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The ships that were there before the registry was.
INSERT INTO ship_registry_event (id, ship_id, kind, actor_id, station_id, name, at)
SELECT gen_random_uuid(), id, 'built', owner_id, station_id, name, created_at FROM ships;
