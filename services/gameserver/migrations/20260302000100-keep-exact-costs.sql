-- What goods cost is avg_cost × quantity + rest_cost: the average alone lost up to a credit a unit.
ALTER TABLE ship_cargo ADD COLUMN rest_cost bigint NOT NULL DEFAULT 0 CHECK (rest_cost >= 0);
ALTER TABLE warehouse_items ADD COLUMN rest_cost bigint NOT NULL DEFAULT 0 CHECK (rest_cost >= 0);
