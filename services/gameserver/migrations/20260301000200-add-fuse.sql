-- The fuse of a self-destruction burns on the server (rule book, ships-combat 6).
ALTER TABLE ships ADD COLUMN fuse_at timestamptz;
CREATE INDEX ships_fuse ON ships (fuse_at) WHERE fuse_at IS NOT NULL;
