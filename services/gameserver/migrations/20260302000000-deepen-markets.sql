-- What a market holds for one player; its capacity grows from there with the active players of its region.
ALTER TABLE station_market ADD COLUMN base_capacity integer CHECK (base_capacity > 0);
UPDATE station_market SET base_capacity = capacity;
ALTER TABLE station_market ALTER COLUMN base_capacity SET NOT NULL;
