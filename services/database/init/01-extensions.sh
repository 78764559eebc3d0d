#!/bin/sh
# First start: extensions, also in the template, so that databases of regions have them.
set -eu
for database in template1 "$POSTGRES_DB"; do
  psql -X -q -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" -d "$database" <<'SQL'
CREATE EXTENSION IF NOT EXISTS citext;
CREATE EXTENSION IF NOT EXISTS pgcrypto;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS pg_stat_statements;
SQL
done
