# What the scripts of the database share. Connection settings are those of libpq (PGHOST, PGUSER, PGPASSWORD, …);
# every password may also come as a file (PGPASSWORD_FILE).
set -eu
export LC_ALL=C

: "${BACKUP_DIR:=/var/lib/postgresql/backups}" "${RETENTION_DAYS:=7}" "${ENVIRONMENT:=production}"
: "${PGUSER:=${POSTGRES_USER:-postgres}}" "${PGDATABASE:=${POSTGRES_DB:-sectorwars}}"
export PGUSER PGDATABASE
for name in PGPASSWORD POSTGRES_PASSWORD; do
  eval "file=\${${name}_FILE:-}"
  [ -z "$file" ] || eval "$name=\$(cat \"\$file\")"
done
[ -n "${PGPASSWORD:-}" ] || PGPASSWORD=${POSTGRES_PASSWORD:-}
export PGPASSWORD
export PGAPPNAME="${0##*/}"

# fail CODE SENTENCE
fail() {
  echo "${0##*/}: $2" >&2
  exit "$1"
}

# One value, from the maintenance database unless another is named.
ask() {
  psql -X -q -A -t -v ON_ERROR_STOP=1 -d "${2:-postgres}" -c "$1"
}

stamp() { date -u +%Y%m%dt%H%M%Sz | tr tz TZ; }

assert_name() {
  case $1 in
  '' | *[!a-z0-9_]* | [!a-z]*) fail 1 "\"$1\" is no name of a database of this game." ;;
  esac
  [ "${#1}" -le 40 ] || fail 1 "\"$1\" is no name of a database of this game."
}

# A dump of one major version is only for tools of the same.
assert_tools() {
  number=$(ask 'SHOW server_version_num') || fail 1 'The server cannot be reached.'
  server=$((number / 10000))
  for tool in pg_dump pg_restore psql; do
    version=$($tool --version | sed -E 's/^[^0-9]*([0-9]+).*/\1/')
    [ "$version" = "$server" ] || fail 1 "$tool has version $version, the server $server: use the server's own."
  done
}

assert_folder() {
  [ -d "$BACKUP_DIR" ] && [ -w "$BACKUP_DIR" ] || fail 1 "BACKUP_DIR is no folder that can be written: $BACKUP_DIR."
}

# One backup or restore at a time.
take_lock() {
  [ -z "${SW_BACKUP_LOCKED:-}" ] || return 0
  exec 9>"$BACKUP_DIR/.lock"
  flock -n 9 || fail 5 'Another backup or restore is running.'
  export SW_BACKUP_LOCKED=1
}

database_exists() { [ "$(ask "SELECT count(*) FROM pg_database WHERE datname = '$1'")" = 1 ]; }
