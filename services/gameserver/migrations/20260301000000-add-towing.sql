-- A tractor beam holds one ship (rule book, ships-combat 9). The type of a hull never changes: the tug keeps a copy, so
-- that a move knows what it costs from the row it has locked.
ALTER TABLE ships
  ADD COLUMN tow_ship_id uuid REFERENCES ships (id),
  ADD COLUMN tow_type text,
  ADD CONSTRAINT ships_tow CHECK (
    (tow_ship_id IS NULL) = (tow_type IS NULL)
    AND (tow_ship_id IS NULL OR (tow_ship_id <> id AND status IN ('docked', 'in_space'))));
CREATE UNIQUE INDEX ships_towed ON ships (tow_ship_id) WHERE tow_ship_id IS NOT NULL;
