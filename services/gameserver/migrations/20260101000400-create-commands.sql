-- What every command needs: idempotency, outbox, trades, chat, leases.

CREATE TABLE idempotency_keys (
  user_id uuid NOT NULL,
  key uuid NOT NULL,
  route text NOT NULL,
  body_sha256 bytea NOT NULL,
  status smallint,
  response text,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (user_id, key)
) WITH (fillfactor = 50);
CREATE INDEX idempotency_keys_created ON idempotency_keys (created_at);

-- One row a committed command: its events in order, as [{channel, type, data, coalesceKey?}].
CREATE TABLE event_outbox (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  origin uuid NOT NULL,
  created_at timestamptz NOT NULL,
  events jsonb NOT NULL
);
CREATE INDEX event_outbox_created ON event_outbox (created_at);

-- Game-server processes that are alive; a process polls the outbox only while it has company.
CREATE TABLE server_processes (
  id uuid PRIMARY KEY,
  started_at timestamptz NOT NULL,
  heartbeat_at timestamptz NOT NULL,
  sockets integer NOT NULL DEFAULT 0
);

-- Sockets of players, so that every process knows who is online.
CREATE TABLE online_players (
  player_id uuid NOT NULL REFERENCES players (id),
  process_id uuid NOT NULL REFERENCES server_processes (id) ON DELETE CASCADE,
  sockets integer NOT NULL,
  PRIMARY KEY (player_id, process_id)
);

CREATE TABLE market_transaction (
  id uuid NOT NULL,
  at timestamptz NOT NULL,
  player_id uuid,
  npc boolean NOT NULL DEFAULT false,
  ship_id uuid,
  station_id uuid NOT NULL,
  station_class smallint NOT NULL,
  region_id uuid NOT NULL,
  side text NOT NULL CHECK (side IN ('buy', 'sell')),
  commodity text COLLATE "C" NOT NULL,
  quantity integer NOT NULL CHECK (quantity > 0),
  mid_total bigint NOT NULL,
  gross bigint NOT NULL,
  tariff bigint NOT NULL,
  net bigint NOT NULL,
  region_cut bigint NOT NULL,
  owner_cut bigint NOT NULL,
  profit bigint,
  advantage_bp integer NOT NULL,
  drift_bp integer NOT NULL,
  event_bp integer NOT NULL,
  stock_before integer NOT NULL,
  stock_after integer NOT NULL,
  PRIMARY KEY (id, at)
) PARTITION BY RANGE (at);
CREATE INDEX market_transaction_player ON market_transaction (player_id, at, id);
CREATE INDEX market_transaction_station ON market_transaction (station_id, commodity, at);
CREATE TABLE market_transaction_rest PARTITION OF market_transaction DEFAULT;
SELECT ensure_monthly_partitions('market_transaction', now());

CREATE TABLE chat_log (
  id uuid PRIMARY KEY,
  channel text NOT NULL,
  room_id text NOT NULL,
  sender_id uuid NOT NULL REFERENCES players (id),
  body text NOT NULL,
  client_id uuid,
  at timestamptz NOT NULL
);
CREATE INDEX chat_log_room ON chat_log (channel, room_id, at);

CREATE TABLE leases (
  name text PRIMARY KEY,
  holder uuid NOT NULL,
  until timestamptz NOT NULL
);

CREATE TABLE server_flags (
  name text PRIMARY KEY,
  value jsonb NOT NULL,
  updated_at timestamptz NOT NULL
);

CREATE UNIQUE INDEX chat_log_client ON chat_log (sender_id, client_id) WHERE client_id IS NOT NULL;
