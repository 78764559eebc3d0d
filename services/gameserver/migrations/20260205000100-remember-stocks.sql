-- Who saw a market himself also saw how much it held of how much: routes are planned with that. Null where he saw the
-- price alone, from afar.
ALTER TABLE price_memory
  ADD COLUMN stock integer CHECK (stock >= 0),
  ADD COLUMN capacity integer CHECK (capacity > 0);
