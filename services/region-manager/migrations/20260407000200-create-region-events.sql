-- What happened to a region, for people.
create table rm.region_events (
  id bigint generated always as identity primary key,
  region text not null references rm.region_instances (name),
  at timestamptz not null default now(),
  kind text not null,
  detail jsonb not null default '{}'
);

create index region_events_newest on rm.region_events (region, id desc);
