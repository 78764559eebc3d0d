#!/bin/sh
# backup.sh [--db NAME | --all-regions]: dumps databases into BACKUP_DIR.
# 0 ok, 1 configuration, 2 no space, 3 dump failed, 4 verification failed, 5 another one is running
. "$(dirname "$0")/lib.sh"

names=$PGDATABASE
case ${1:-} in
'') ;;
--db)
  assert_name "${2:-}"
  names=$2
  ;;
--all-regions) names= ;;
*) fail 1 'usage: backup.sh [--db NAME | --all-regions]' ;;
esac
case $RETENTION_DAYS in
'' | *[!0-9]* | 0) fail 1 'RETENTION_DAYS must be a number of days.' ;;
esac
assert_folder
assert_tools
take_lock
[ -n "$names" ] ||
  names=$(ask "SELECT datname FROM pg_database WHERE datname ~ '^region_[a-z0-9_]+\$' AND datname !~ '_(old|restore)_[0-9]{8}T' ORDER BY datname")

# Room for the dump and what a restore of it needs.
assert_space() {
  size=$(ask "SELECT pg_database_size('$1')") || fail 3 "There is no database $1."
  needed=$((size * 2))
  [ "$needed" -ge 1073741824 ] || needed=1073741824
  free=$(($(df -Pk "$BACKUP_DIR" | awk 'NR == 2 { print $4 }') * 1024))
  [ "$free" -ge "$needed" ] || fail 2 "BACKUP_DIR has $free bytes left, a backup of $1 needs $needed."
}

# Keeps the newest of each of the last days, weeks and months; the newest of all stays whatever its age.
forget_old() {
  kept=' ' days=0 weeks=0 months=0 last_day= last_week= last_month=
  for file in $(ls -1 "$BACKUP_DIR" | grep -E "^sectorwars_$1_[0-9]{8}T[0-9]{6}Z\.dump(\.gpg)?\$" | sort -r); do
    day=$(echo "$file" | sed -E 's/.*_([0-9]{8})T.*/\1/')
    date=$(echo "$day" | sed -E 's/(....)(..)(..)/\1-\2-\3/')
    week=$(date -u -d "$date" +%G%V)
    month=${day%??}
    keep=
    if [ "$day" != "$last_day" ] && [ "$days" -lt "$RETENTION_DAYS" ]; then keep=1 days=$((days + 1)); fi
    if [ "$week" != "$last_week" ] && [ "$weeks" -lt 4 ]; then keep=1 weeks=$((weeks + 1)); fi
    if [ "$month" != "$last_month" ] && [ "$months" -lt 3 ]; then keep=1 months=$((months + 1)); fi
    last_day=$day last_week=$week last_month=$month
    [ -n "$keep" ] || rm -f "$BACKUP_DIR/$file" "$BACKUP_DIR/$file.sha256"
  done
}

# What Prometheus reads through a textfile collector.
tell_metric() {
  {
    echo '# HELP sw_backup_last_success_timestamp_seconds Unix time of the newest backup that was verified'
    echo '# TYPE sw_backup_last_success_timestamp_seconds gauge'
    grep -v -E "^#|\{db=\"$1\"\}" "$BACKUP_DIR/sectorwars_backup.prom" 2>/dev/null || true
    echo "sw_backup_last_success_timestamp_seconds{db=\"$1\"} $(date -u +%s)"
  } >"$BACKUP_DIR/.sectorwars_backup.partial"
  chmod 644 "$BACKUP_DIR/.sectorwars_backup.partial"
  mv "$BACKUP_DIR/.sectorwars_backup.partial" "$BACKUP_DIR/sectorwars_backup.prom"
}

umask 077
for name in $names; do
  assert_space "$name"
  file=sectorwars_${name}_$(stamp).dump
  partial=$BACKUP_DIR/$file.partial
  trap 'rm -f "$partial"' EXIT
  pg_dump -Fc -Z6 --no-password -d "$name" -f "$partial" || fail 3 "The dump of $name failed."
  pg_restore --list "$partial" >/dev/null || fail 4 "The dump of $name cannot be read."
  if [ -n "${BACKUP_GPG_RECIPIENT:-}" ]; then
    gpg --batch --yes --trust-model always -r "$BACKUP_GPG_RECIPIENT" -o "$partial.gpg" -e "$partial" ||
      fail 3 "The dump of $name could not be encrypted."
    rm -f "$partial"
    file=$file.gpg partial=$partial.gpg
  fi
  sum=$(sha256sum "$partial" | cut -d' ' -f1)
  echo "$sum  $file" >"$BACKUP_DIR/$file.sha256.partial"
  sync "$partial" 2>/dev/null || sync
  mv "$BACKUP_DIR/$file.sha256.partial" "$BACKUP_DIR/$file.sha256"
  mv "$partial" "$BACKUP_DIR/$file"
  trap - EXIT
  tell_metric "$name"
  # The safety copy of a restore must not push out the very file that is being restored.
  [ -n "${SW_KEEP_ALL:-}" ] || forget_old "$name"
  echo "$BACKUP_DIR/$file"
done
