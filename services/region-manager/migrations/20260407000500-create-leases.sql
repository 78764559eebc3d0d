-- Loops that only one of several managers runs at a time.
create table rm.leases (
  name text primary key,
  owner uuid not null,
  lease_until timestamptz not null
);
