-- Ports of regional servers that run as processes of this host.
create table rm.process_ports (
  port integer primary key,
  region text not null unique references rm.region_instances (name),
  constraint process_ports_range check (port between 1024 and 65535)
);
