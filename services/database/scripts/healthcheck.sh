#!/bin/sh
# Health of the server for the engine: 0 healthy, 1 unhealthy. Warnings go to standard error.
. "$(dirname "$0")/lib.sh"

pg_isready -q -t 5 -d "$PGDATABASE" || fail 1 'The server accepts no connections.'
export PGCONNECT_TIMEOUT=5
begin=$(date +%s%N 2>/dev/null | grep -E '^[0-9]{16,}$' || echo 0)
[ "$(ask 'SELECT 1' "$PGDATABASE" 2>/dev/null)" = 1 ] || fail 1 'The server answers no query.'
end=$(date +%s%N 2>/dev/null | grep -E '^[0-9]{16,}$' || echo 0)
[ $(((end - begin) / 1000000)) -le 1000 ] || echo 'warning: a query took more than a second' >&2
recovering=$(ask 'SELECT pg_is_in_recovery()')
[ "$recovering" = "$([ -n "${EXPECT_RECOVERY:-}" ] && echo t || echo f)" ] || fail 1 "In recovery: $recovering."
[ "$(ask "SELECT to_regclass('schema_migrations') IS NOT NULL" "$PGDATABASE")" = t ] ||
  echo 'warning: the schema was not made yet' >&2
