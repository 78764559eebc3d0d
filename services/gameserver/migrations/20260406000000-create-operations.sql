-- What operators see of the running installation: open sockets, measurements of each process, and series of both.

-- One row a welcomed socket; rows of a process that reports no more are swept.
CREATE TABLE live_sockets (
  id uuid PRIMARY KEY,
  process_id uuid NOT NULL,
  user_id uuid NOT NULL REFERENCES users (id),
  audience text NOT NULL CHECK (audience IN ('player', 'admin')),
  ip text NOT NULL,
  opened_at timestamptz NOT NULL
);
CREATE INDEX live_sockets_process ON live_sockets (process_id);

-- What a process measured within ten seconds; kept for an hour.
CREATE TABLE process_samples (
  process_id uuid NOT NULL,
  slot timestamptz NOT NULL,
  requests integer NOT NULL CHECK (requests >= 0),
  errors integer NOT NULL CHECK (errors >= 0),
  -- Answers by duration, one number for each bound of the histogram and one above all.
  buckets integer[] NOT NULL,
  player_sockets integer NOT NULL,
  admin_sockets integer NOT NULL,
  rooms integer NOT NULL,
  pool_in_use integer NOT NULL,
  pool_size integer NOT NULL,
  event_loop_lag_ms real NOT NULL,
  memory_bytes bigint NOT NULL,
  PRIMARY KEY (process_id, slot)
);
CREATE INDEX process_samples_slot ON process_samples (slot);

-- Series of the console: one value a metric and slot of five minutes; kept for 35 days.
CREATE TABLE metric_points (
  metric text COLLATE "C" NOT NULL,
  slot timestamptz NOT NULL,
  value double precision NOT NULL,
  PRIMARY KEY (metric, slot)
);
CREATE INDEX metric_points_slot ON metric_points (slot);
