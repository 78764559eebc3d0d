#!/bin/sh
# restore.sh FILE [--db NAME] [--yes] [--i-understand]   puts a backup in the place of a database
# restore.sh --drill [--db NAME]                         proves the newest backup in a database of its own
# restore.sh                                             lists the backups
# 0 ok, 1 configuration or refused, 4 verification failed, 5 another one is running,
# 6 restore failed (the live database is untouched), 7 swap failed (the live database is back)
. "$(dirname "$0")/lib.sh"
here=$(cd "$(dirname "$0")" && pwd)

file= name= yes= understood= drill=
while [ $# -gt 0 ]; do
  case $1 in
  --db)
    assert_name "${2:-}"
    name=$2
    shift
    ;;
  --yes) yes=1 ;;
  --i-understand) understood=1 ;;
  --drill) drill=1 ;;
  --*) fail 1 'usage: restore.sh [FILE | --drill] [--db NAME] [--yes] [--i-understand]' ;;
  *) file=$1 ;;
  esac
  shift
done
: "${name:=$PGDATABASE}"
assert_folder

if [ -n "$drill" ]; then
  newest=$(ls -1 "$BACKUP_DIR" | grep -E "^sectorwars_${name}_[0-9]{8}T[0-9]{6}Z\.dump(\.gpg)?\$" | sort | tail -n 1)
  [ -n "$newest" ] || fail 4 "There is no backup of $name."
  file=$BACKUP_DIR/$newest
elif [ -z "$file" ]; then
  ls -1 "$BACKUP_DIR" | grep -E '^sectorwars_.*\.dump(\.gpg)?$' || echo 'There are no backups.'
  exit 0
fi
case $file in
*/*) ;;
*) file=$BACKUP_DIR/$file ;;
esac
[ -r "$file" ] || fail 1 "There is no such file: $file."
if [ -z "$drill" ]; then
  [ -n "$yes" ] || fail 1 "This replaces the database $name. Repeat with --yes."
  [ "$ENVIRONMENT" != production ] || [ -n "$understood" ] ||
    fail 1 "ENVIRONMENT is production: everything $name wrote after the backup will be gone. Repeat with --yes --i-understand."
fi
assert_tools
take_lock

[ -r "$file.sha256" ] || fail 4 "The checksum is missing: $file.sha256."
expected=$(cut -d' ' -f1 <"$file.sha256")
[ "$(sha256sum "$file" | cut -d' ' -f1)" = "$expected" ] || fail 4 'The file is not the one its checksum belongs to.'
archive=$file
case $file in
*.gpg)
  archive=$(mktemp)
  trap 'rm -f "$archive"' EXIT
  gpg --batch --yes -o "$archive" -d "$file" || fail 4 'The backup cannot be decrypted.'
  ;;
esac
pg_restore --list "$archive" >/dev/null || fail 4 'The archive cannot be read.'

at=$(stamp)
scratch=${name}_restore_$at
owner=$(ask "SELECT coalesce((SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = '$name'),
                             (SELECT rolname FROM pg_roles WHERE rolname = '${SW_OWNER:-sw_owner}'), current_user)")
is_private=
exists=
if database_exists "$name"; then
  exists=1
  [ "$(ask "SELECT has_database_privilege('public', '$name', 'CONNECT')")" = t ] || is_private=1
fi
if [ -n "$exists" ] && [ -z "$drill" ]; then
  SW_KEEP_ALL=1 "$here/backup.sh" --db "$name" >/dev/null || fail 6 "No safety backup of $name could be made; nothing was changed."
fi

drop_scratch() { ask "DROP DATABASE IF EXISTS \"$scratch\" WITH (FORCE)" >/dev/null || true; }
broken() {
  drop_scratch
  fail 6 "$1 The database $name is as it was."
}
ask "CREATE DATABASE \"$scratch\" OWNER \"$owner\" TEMPLATE template0" >/dev/null || broken 'No database could be made.'
[ -z "$is_private" ] || ask "REVOKE CONNECT ON DATABASE \"$scratch\" FROM PUBLIC" >/dev/null || broken 'Rights could not be set.'
for extension in citext pgcrypto pg_trgm pg_stat_statements; do
  ask "CREATE EXTENSION IF NOT EXISTS $extension" "$scratch" >/dev/null 2>&1 || true
done
pg_restore --exit-on-error --no-password --no-owner --no-comments --role="$owner" -d "$scratch" "$archive" ||
  broken 'The archive could not be loaded.'
psql -X -q -v ON_ERROR_STOP=1 -d "$scratch" -f "$here/../sql/rebase-ledger.sql" >/dev/null ||
  broken 'The ledger could not be set on the transaction ids of this server.'
psql -X -q -v ON_ERROR_STOP=1 -d "$scratch" -f "$here/../sql/sanity.sql" >/dev/null ||
  broken 'What was loaded is not a whole game.'

if [ -n "$drill" ]; then
  drop_scratch
  echo "The newest backup of $name can be restored: $file"
  exit 0
fi

old=${name}_old_$at
if [ -n "$exists" ]; then
  ask "ALTER DATABASE \"$name\" ALLOW_CONNECTIONS false" >/dev/null || broken 'The live database could not be closed.'
  ask "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '$name'" >/dev/null || true
  if ! ask "ALTER DATABASE \"$name\" RENAME TO \"$old\"" >/dev/null; then
    ask "ALTER DATABASE \"$name\" ALLOW_CONNECTIONS true" >/dev/null || true
    fail 7 "The live database could not be set aside; it serves again. What was restored is $scratch."
  fi
fi
if ! ask "ALTER DATABASE \"$scratch\" RENAME TO \"$name\"" >/dev/null; then
  if [ -n "$exists" ]; then
    ask "ALTER DATABASE \"$old\" RENAME TO \"$name\"" >/dev/null || true
    ask "ALTER DATABASE \"$name\" ALLOW_CONNECTIONS true" >/dev/null || true
  fi
  fail 7 "The restored database could not take the name $name. What was restored is $scratch."
fi
echo "$name is what $file holds."
if [ -n "$exists" ]; then
  ask "ALTER DATABASE \"$old\" ALLOW_CONNECTIONS true" >/dev/null || true
  echo "What was there before is $old. To go back, with the game servers stopped:"
  echo "  psql -d postgres -c 'ALTER DATABASE \"$name\" RENAME TO \"$scratch\"' -c 'ALTER DATABASE \"$old\" RENAME TO \"$name\"'"
fi
