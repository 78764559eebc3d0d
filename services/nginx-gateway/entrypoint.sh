#!/bin/sh
# Renders the configuration from the environment, lets nginx test it and becomes nginx. With --test it only
# tests. What is not usable ends the start with one sentence.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
newline='
'

fail() {
  echo "nginx-gateway: $1" >&2
  exit 1
}

# Values end up in the configuration: only characters of names, addresses, ports and paths may.
plain() {
  case $2 in
  *[!A-Za-z0-9._:/,\ \[\]*-]*) fail "$1 holds a character that it must not." ;;
  esac
}

: "${ENVIRONMENT:=production}" "${REGION_ROUTING:=local}" "${NGINX_RESOLVER:=127.0.0.11}"
: "${GATEWAY_RUN_DIR:=/tmp/gateway}" "${TLS_DIR:=/etc/nginx/ssl}" "${ACME_WEBROOT:=/var/www/acme}"
: "${HTTP_LISTEN:=80}" "${HTTPS_LISTEN:=443}" "${HTTPS_PORT:=443}" "${REGION_SERVER_PORT:=8080}"
: "${GAMESERVER_UPSTREAM:=gameserver:8080}" "${PLAYER_CLIENT_UPSTREAM:=player-client:3000}"
: "${ADMIN_UI_UPSTREAM:=admin-ui:3000}" "${ADMIN_ALLOW_CIDR:=}" "${SERVER_NAMES:=}"
: "${GATEWAY_ACCESS_LOG:=/dev/stdout}" "${GATEWAY_ERROR_LOG:=stderr}" "${GATEWAY_LOG_LEVEL:=notice}"

case $ENVIRONMENT in
development | test | production) ;;
*) fail 'ENVIRONMENT must be production, development or test.' ;;
esac
case $REGION_ROUTING in
local | dns) ;;
*) fail 'REGION_ROUTING must be local or dns.' ;;
esac
for name in NGINX_RESOLVER GATEWAY_RUN_DIR TLS_DIR ACME_WEBROOT HTTP_LISTEN HTTPS_LISTEN HTTPS_PORT \
  REGION_SERVER_PORT GAMESERVER_UPSTREAM PLAYER_CLIENT_UPSTREAM ADMIN_UI_UPSTREAM ADMIN_ALLOW_CIDR \
  SERVER_NAMES GATEWAY_ACCESS_LOG GATEWAY_ERROR_LOG GATEWAY_LOG_LEVEL; do
  eval "plain $name \"\$$name\""
done
case $HTTPS_PORT$REGION_SERVER_PORT in
*[!0-9]*) fail 'HTTPS_PORT and REGION_SERVER_PORT must be numbers.' ;;
esac

SERVER_NAMES=$(echo "$SERVER_NAMES" | tr ',' ' ')
if [ -z "$SERVER_NAMES" ]; then
  [ "$ENVIRONMENT" != production ] ||
    fail 'SERVER_NAMES is missing: name the hosts under which players reach this installation.'
  SERVER_NAMES='localhost 127.0.0.1 [::1]'
fi
HTTPS_SUFFIX=
[ "$HTTPS_PORT" = 443 ] || HTTPS_SUFFIX=":$HTTPS_PORT"

# `host:port,host:port` as the lines of an upstream.
upstream() {
  lines=
  for server in $(echo "$1" | tr ',' ' '); do
    lines="$lines    server $server;$newline"
  done
  printf %s "${lines%"$newline"}"
}
GAMESERVER_UPSTREAM=$(upstream "$GAMESERVER_UPSTREAM")
PLAYER_CLIENT_UPSTREAM=$(upstream "$PLAYER_CLIENT_UPSTREAM")
ADMIN_UI_UPSTREAM=$(upstream "$ADMIN_UI_UPSTREAM")

ADMIN_RANGES='    default 1;'
if [ -n "$ADMIN_ALLOW_CIDR" ]; then
  ADMIN_RANGES='    default 0;'
  for range in $(echo "$ADMIN_ALLOW_CIDR" | tr ',' ' '); do
    ADMIN_RANGES="$ADMIN_RANGES$newline    $range 1;"
  done
fi

mkdir -p "$GATEWAY_RUN_DIR/tmp" "$GATEWAY_RUN_DIR/generated"
cp "$here"/conf/*.conf "$GATEWAY_RUN_DIR/"
cp "$here"/conf/generated/*.conf "$GATEWAY_RUN_DIR/generated/"

TLS_CERTIFICATE=$TLS_DIR/fullchain.pem
TLS_KEY=$TLS_DIR/privkey.pem
TLS_STAPLING=on
if [ ! -r "$TLS_CERTIFICATE" ] || [ ! -r "$TLS_KEY" ]; then
  [ "$ENVIRONMENT" != production ] ||
    fail "there is no certificate: put fullchain.pem and privkey.pem into $TLS_DIR."
  TLS_CERTIFICATE=$GATEWAY_RUN_DIR/self-signed.pem
  TLS_KEY=$GATEWAY_RUN_DIR/self-signed.key
  TLS_STAPLING=off
  umask 077
  [ -r "$TLS_CERTIFICATE" ] || openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes \
    -days 30 -subj '/CN=localhost' -addext 'subjectAltName=DNS:localhost,IP:127.0.0.1' \
    -keyout "$TLS_KEY" -out "$TLS_CERTIFICATE" 2>/dev/null ||
    fail 'no certificate could be made.'
fi

export GATEWAY_RUN_DIR GATEWAY_ACCESS_LOG GATEWAY_ERROR_LOG GATEWAY_LOG_LEVEL NGINX_RESOLVER \
  GAMESERVER_UPSTREAM PLAYER_CLIENT_UPSTREAM ADMIN_UI_UPSTREAM TLS_CERTIFICATE TLS_KEY TLS_STAPLING \
  HTTP_LISTEN HTTPS_LISTEN HTTPS_SUFFIX SERVER_NAMES ACME_WEBROOT ADMIN_RANGES REGION_SERVER_PORT
variables='${GATEWAY_RUN_DIR} ${GATEWAY_ACCESS_LOG} ${GATEWAY_ERROR_LOG} ${GATEWAY_LOG_LEVEL} ${NGINX_RESOLVER}
  ${GAMESERVER_UPSTREAM} ${PLAYER_CLIENT_UPSTREAM} ${ADMIN_UI_UPSTREAM} ${TLS_CERTIFICATE} ${TLS_KEY}
  ${TLS_STAPLING} ${HTTP_LISTEN} ${HTTPS_LISTEN} ${HTTPS_SUFFIX} ${SERVER_NAMES} ${ACME_WEBROOT}
  ${ADMIN_RANGES} ${REGION_SERVER_PORT}'
envsubst "$variables" <"$here/conf/nginx.conf.template" >"$GATEWAY_RUN_DIR/nginx.conf"
if [ "$REGION_ROUTING" = dns ]; then
  envsubst "$variables" <"$here/conf/regions-dns.conf.template" >"$GATEWAY_RUN_DIR/regions.conf"
else
  cp "$here/conf/regions-local.conf" "$GATEWAY_RUN_DIR/regions.conf"
fi

nginx -t -q -e "$GATEWAY_ERROR_LOG" -c "$GATEWAY_RUN_DIR/nginx.conf" ||
  fail 'nginx refuses the configuration: its reason stands above.'
[ "${1:-}" != --test ] || exit 0
exec nginx -e "$GATEWAY_ERROR_LOG" -c "$GATEWAY_RUN_DIR/nginx.conf"
