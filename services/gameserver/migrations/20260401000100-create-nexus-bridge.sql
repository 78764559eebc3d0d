-- What the hub still has to tell regional servers over redis-nexus, in the order it was told at home.
CREATE TABLE nexus_outbox (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  key text NOT NULL,
  stream text NOT NULL CHECK (stream IN ('control', 'global')),
  events jsonb NOT NULL,
  created_at timestamptz NOT NULL
);

-- What a regional server took over from redis-nexus, so that a message handed out twice is told once.
CREATE TABLE nexus_inbox (
  key text PRIMARY KEY,
  taken_at timestamptz NOT NULL
);
CREATE INDEX nexus_inbox_taken ON nexus_inbox (taken_at);

INSERT INTO leases (name, holder, until)
VALUES ('nexus_outbox', '00000000-0000-0000-0000-000000000000', 'epoch')
ON CONFLICT DO NOTHING;
