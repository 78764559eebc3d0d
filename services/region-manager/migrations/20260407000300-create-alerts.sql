-- What an operator has to look at; one of a kind for each region, gone when its cause is gone.
-- A region may be unknown here: an orphan has no row.
create table rm.alerts (
  kind text not null,
  region text not null,
  since timestamptz not null default now(),
  detail jsonb not null default '{}',
  primary key (kind, region)
);
