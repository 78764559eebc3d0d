-- Regional servers as they should be and as they were last seen (rule book, platform 9.3).
create table rm.region_instances (
  name text primary key,
  display_name text not null,
  owner_user_id uuid not null,
  subscription_id text,
  state text not null,
  desired_state text not null,
  driver text not null,
  total_sectors integer not null,
  max_players integer not null,
  seed text,
  cpu_cores numeric(3, 1) not null,
  memory_gb integer not null,
  disk_gb integer not null,
  base_cpu_cores numeric(3, 1) not null,
  base_memory_gb integer not null,
  -- What the hub says the world is made of; null until it was asked.
  certificate jsonb,
  -- Sealed values only (AES-256-GCM), by their names.
  secrets jsonb not null default '{}',
  image_digest text,
  endpoint text,
  -- Set once the region was reachable for players: from then on its world is never generated anew.
  provisioned_at timestamptz,
  is_retained boolean not null default false,
  players_online integer,
  last_sample jsonb,
  cpu_high integer not null default 0,
  memory_high integer not null default 0,
  low_samples integer not null default 0,
  fail_count integer not null default 0,
  restarts timestamptz[] not null default '{}',
  last_scaled_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint region_instances_name check (name ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$' and length(name) between 3 and 32),
  constraint region_instances_state check (
    state in ('requested', 'provisioning', 'active', 'scaling', 'suspended', 'terminating', 'terminated', 'failed')
  ),
  constraint region_instances_desired check (desired_state in ('active', 'suspended', 'terminated')),
  constraint region_instances_driver check (driver in ('process', 'docker', 'swarm')),
  constraint region_instances_sectors check (total_sectors between 100 and 1000),
  constraint region_instances_resources check (
    cpu_cores between 1 and 8 and memory_gb between 2 and 16 and disk_gb between 10 and 100
    and base_cpu_cores between 1 and 8 and base_memory_gb between 2 and 16
  )
);
