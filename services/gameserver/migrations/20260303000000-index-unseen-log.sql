-- The log is kept for ever; the digest of somebody who was away must not read all of it to find what he has not seen.
CREATE INDEX player_log_unseen ON player_log (player_id, id) WHERE is_away AND category <> 'movement';
