#!/bin/sh
# Before anything starts: what would go wrong later, one sentence each. 0 when nothing would.
set -eu
wrong=0
say() {
  echo "preflight: $1" >&2
  wrong=1
}
has() { case ",${COMPOSE_PROFILES:-}," in *",$1,"*) return 0 ;; esac; return 1; }
is_sample() {
  case $1 in
  *[Cc][Hh][Aa][Nn][Gg][Ee]*[Mm][Ee]* | *[Ee][Xx][Aa][Mm][Pp][Ll][Ee]* | [Pp][Aa][Ss][Ss][Ww][Oo][Rr][Dd]* | [Ss][Ee][Cc][Rr][Ee][Tt]* | dev-sample-*) return 0 ;;
  esac
  return 1
}

[ -n "${COMPOSE_PROFILES:-}" ] || say 'COMPOSE_PROFILES is empty: name the profiles in .env.'
hub=
if has multi-regional || has production; then hub=1; fi
if has development && [ -n "$hub" ]; then
  say 'development and multi-regional (or production) cannot run together: both are the whole game.'
fi

# secret NAME LENGTH: required, long enough, safe in an address, and no sample outside development.
secret() {
  eval "value=\${$1:-}"
  if [ -z "$value" ]; then
    say "$1 is missing."
  elif [ "${#value}" -lt "$2" ]; then
    say "$1 needs at least $2 characters."
  elif is_sample "$value" && ! has development; then
    say "$1 is a sample value: set a random one."
  fi
  case $value in
  *[!A-Za-z0-9._~-]*) say "$1 may hold letters, digits and ._~- only, because it becomes part of an address." ;;
  esac
}
if has development; then secret POSTGRES_PASSWORD 12; fi
if [ -n "$hub" ]; then
  secret NEXUS_DB_PASSWORD 12
  secret REDIS_NEXUS_PASSWORD 12
  [ -n "${SERVER_NAMES:-}" ] || say 'SERVER_NAMES is missing: the hosts under which players come.'
fi
if has development || [ -n "$hub" ]; then
  secret JWT_SECRET 32
  secret ADMIN_PASSWORD 12
  secret REDIS_PASSWORD 12
fi
if has multi-regional || has orchestrator; then
  secret MANAGER_DB_PASSWORD 12
  [ -n "${HUB_PUBLIC_KEY:-}" ] || say 'HUB_PUBLIC_KEY is missing: docker compose run --rm --no-deps central-nexus-server public-key'
  [ -n "${REGION_IMAGE_DIGEST:-}" ] || say 'REGION_IMAGE_DIGEST is missing: the image regions run.'
fi
if has production || has monitoring; then secret GRAFANA_PASSWORD 12; fi
if has monitoring; then secret MONITOR_DB_PASSWORD 12; fi

# Two services on one port of the host: the second would not start.
names='HTTP_PORT HTTPS_PORT'
if has development || [ -n "$hub" ]; then names="$names PLAYER_CLIENT_PORT ADMIN_UI_PORT REDIS_PORT"; fi
if has development; then names="$names GAMESERVER_PORT DB_PORT"; fi
if [ -n "$hub" ]; then names="$names CENTRAL_NEXUS_PORT NEXUS_DB_PORT REDIS_NEXUS_PORT"; fi
if has multi-regional || has orchestrator; then names="$names REGION_MANAGER_PORT"; fi
if has production || has monitoring; then names="$names PROMETHEUS_PORT GRAFANA_PORT"; fi
seen=' '
for name in $names; do
  eval "port=\${$name:-}"
  case $port in
  '' | *[!0-9]*) say "$name must be a port." ;;
  esac
  case $seen in
  *" $port "*) say "$name is $port, which another service has already." ;;
  esac
  seen="$seen$port "
done
[ "$wrong" = 0 ] || exit 1
echo 'preflight: nothing stands in the way.'
