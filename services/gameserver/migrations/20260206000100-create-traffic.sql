-- Ships without players (rule book, economy 6.1 and ships-combat 14): traders with a haul, patrols on their beat.

CREATE TABLE npc_ships (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('trader', 'patrol')),
  name text NOT NULL,
  type text NOT NULL,
  region_id uuid NOT NULL REFERENCES regions (id),
  sector_id integer NOT NULL REFERENCES sectors (id),
  status text NOT NULL CHECK (status IN ('in_space', 'docked')),
  station_id uuid REFERENCES stations (id),
  turns integer NOT NULL CHECK (turns >= 0),
  turns_anchor_ms bigint NOT NULL,
  turns_frac bigint NOT NULL DEFAULT 0 CHECK (turns_frac BETWEEN 0 AND 863999999),
  cargo_capacity integer NOT NULL CHECK (cargo_capacity >= 0),
  -- What it carries is always of the goods of its haul.
  cargo integer NOT NULL DEFAULT 0,
  cargo_cost bigint NOT NULL DEFAULT 0,
  haul_commodity text COLLATE "C",
  haul_from uuid REFERENCES stations (id),
  haul_to uuid REFERENCES stations (id),
  haul_quantity integer,
  -- Sectors still to be entered, in order.
  course integer[] NOT NULL DEFAULT '{}',
  next_act_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL,
  CONSTRAINT npc_ships_docked CHECK ((status = 'docked') = (station_id IS NOT NULL)),
  CONSTRAINT npc_ships_hold CHECK (cargo BETWEEN 0 AND cargo_capacity),
  CONSTRAINT npc_ships_haul CHECK (
    (haul_commodity IS NULL AND haul_from IS NULL AND haul_to IS NULL AND haul_quantity IS NULL AND cargo = 0)
    OR (haul_commodity IS NOT NULL AND haul_from IS NOT NULL AND haul_to IS NOT NULL AND haul_quantity > 0))
) WITH (fillfactor = 70);
CREATE INDEX npc_ships_sector ON npc_ships (sector_id);
CREATE INDEX npc_ships_due ON npc_ships (region_id, next_act_at);
CREATE INDEX market_transaction_npc ON market_transaction (at) WHERE npc;
