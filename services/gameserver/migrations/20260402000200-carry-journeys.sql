-- What a journey carries (rule book, platform 8.4, world 12.1).

ALTER TABLE ships
  -- It left this server with its pilot: what is here is its place in the register, nothing to fly.
  ADD COLUMN journey_id uuid REFERENCES journeys (id);
ALTER TABLE journeys
  ADD COLUMN cost integer CHECK (cost >= 0);

-- Puts a row from another server into a table by its id. Columns the other one does not know keep what they have.
CREATE FUNCTION restore_row(target regclass, entity jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  names text;
  changes text;
BEGIN
  SELECT string_agg(quote_ident(attname), ', '),
         string_agg(format('%1$I = excluded.%1$I', attname), ', ') FILTER (WHERE attname <> 'id')
    INTO names, changes
    FROM pg_attribute
    WHERE attrelid = target AND attnum > 0 AND NOT attisdropped AND attgenerated = '' AND entity ? attname::text;
  EXECUTE format(
    'INSERT INTO %1$s (%2$s) SELECT %2$s FROM jsonb_populate_record(NULL::%1$s, $1) ON CONFLICT (id) DO UPDATE SET %3$s',
    target, names, changes) USING entity;
END $$;
