-- What happened to each player, kept with its effect (rule book, frontends P-26).

CREATE SEQUENCE player_log_id;
CREATE TABLE player_log (
  id bigint NOT NULL DEFAULT nextval('player_log_id'),
  player_id uuid NOT NULL,
  at timestamptz NOT NULL,
  category text NOT NULL CHECK (category IN ('movement', 'trade', 'combat', 'colony', 'team', 'system')),
  type text NOT NULL,
  data jsonb NOT NULL,
  -- Nobody looked when it happened: none of the player's pages was connected.
  is_away boolean NOT NULL,
  PRIMARY KEY (id, at)
) PARTITION BY RANGE (at);
CREATE INDEX player_log_player ON player_log (player_id, id);
CREATE TABLE player_log_rest PARTITION OF player_log DEFAULT;
SELECT ensure_monthly_partitions('player_log', now());

-- Up to where the player has read what happened while he was away.
ALTER TABLE players ADD COLUMN log_seen_id bigint NOT NULL DEFAULT 0;
