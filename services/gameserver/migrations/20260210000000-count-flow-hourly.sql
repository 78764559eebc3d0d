-- Active players are counted every hour instead of once a day: a renewal is one of a region, a day and an hour of it.
-- Those of before were at five past midnight.
ALTER TABLE region_flow_days
  ADD COLUMN hour smallint NOT NULL DEFAULT 0 CHECK (hour BETWEEN 0 AND 23),
  DROP CONSTRAINT region_flow_days_pkey,
  ADD PRIMARY KEY (region_id, day, hour);

-- The count reads a week of turns every hour; rows come in order of time, so block ranges find them at no cost to a move.
CREATE INDEX turn_ledger_at ON turn_ledger USING brin (at);
