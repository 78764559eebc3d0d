-- What is being done to regions. Leases decide which manager does it; nothing important is in memory.
create table rm.operations (
  id uuid primary key,
  region text not null references rm.region_instances (name),
  kind text not null,
  state text not null default 'queued',
  step text,
  failed_step text,
  payload jsonb not null,
  error jsonb,
  attempts integer not null default 0,
  not_before timestamptz not null default now(),
  lease_owner uuid,
  lease_until timestamptz,
  idempotency_key uuid,
  request_sha256 bytea,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint operations_kind check (
    kind in ('provision', 'terminate', 'scale', 'restart', 'suspend', 'resume', 'upgrade')
  ),
  constraint operations_state check (state in ('queued', 'running', 'compensating', 'succeeded', 'failed'))
);

-- One at a time for each region.
create unique index operations_one_open on rm.operations (region)
  where state in ('queued', 'running', 'compensating');
create unique index operations_idempotency on rm.operations (idempotency_key)
  where idempotency_key is not null;
create index operations_due on rm.operations (not_before)
  where state in ('queued', 'running', 'compensating');
