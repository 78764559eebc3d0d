#!/bin/sh
# First start, and harmless afterwards: one role for each kind of visitor, passwords from the environment or from
# files. `sw_owner` owns the game's database; `sw_manager` makes those of regions; `sw_monitor` reads statistics;
# `sw_backup` reads everything.
set -eu

# role NAME VARIABLE ATTRIBUTES: without a password the role is not made.
role() {
  eval "file=\${$2_FILE:-}" "password=\${$2:-}"
  [ -z "$file" ] || password=$(cat "$file")
  [ -n "$password" ] || return 0
  psql -X -q -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" -d "$POSTGRES_DB" \
    -v name="$1" -v password="$password" -v attributes="$3" <<'SQL'
SELECT format('CREATE ROLE %I', :'name') WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = :'name') \gexec
SELECT format('ALTER ROLE %I LOGIN NOSUPERUSER %s PASSWORD %L', :'name', :'attributes', :'password') \gexec
SQL
}
role sw_owner SW_OWNER_PASSWORD 'NOCREATEDB NOCREATEROLE'
role sw_manager SW_MANAGER_PASSWORD 'CREATEDB CREATEROLE'
role sw_monitor SW_MONITOR_PASSWORD 'NOCREATEDB NOCREATEROLE CONNECTION LIMIT 5'
role sw_backup SW_BACKUP_PASSWORD 'NOCREATEDB NOCREATEROLE CONNECTION LIMIT 5'

psql -X -q -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" -d "$POSTGRES_DB" -v database="$POSTGRES_DB" <<'SQL'
SELECT format('GRANT pg_monitor TO %I', rolname) FROM pg_roles WHERE rolname = 'sw_monitor' \gexec
SELECT format('GRANT pg_read_all_data TO %I', rolname) FROM pg_roles WHERE rolname = 'sw_backup' \gexec
SELECT format('ALTER DATABASE %I OWNER TO %I', :'database', rolname) FROM pg_roles WHERE rolname = 'sw_owner' \gexec
SELECT format('GRANT CREATE, USAGE ON SCHEMA public TO %I', rolname) FROM pg_roles WHERE rolname = 'sw_owner' \gexec
SELECT format('ALTER ROLE %I SET %s', rolname, setting)
FROM pg_roles, (VALUES ('statement_timeout = ''15s'''), ('lock_timeout = ''3s'''),
                       ('idle_in_transaction_session_timeout = ''30s''')) AS settings (setting)
WHERE rolname = 'sw_owner' \gexec
SELECT format('REVOKE CONNECT ON DATABASE %I FROM PUBLIC', :'database') \gexec
SELECT format('GRANT CONNECT ON DATABASE %I TO %I', :'database', rolname)
FROM pg_roles WHERE rolname IN ('sw_manager', 'sw_monitor', 'sw_backup') \gexec
SQL
