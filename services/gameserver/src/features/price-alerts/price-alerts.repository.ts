import type { AnyStatement, Sql } from '@sw/db';
import type { AlertOp, CommodityKey, TradeSide } from '@sw/rules';

export interface AlertRow {
  readonly id: string;
  readonly playerId: string;
  readonly stationId: string;
  readonly commodity: CommodityKey;
  readonly side: TradeSide;
  readonly op: AlertOp;
  readonly price: bigint;
  readonly repeats: boolean;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly triggeredAt: Date | null;
  readonly triggeredPrice: bigint | null;
}

/** An alert with what decides whether and at which price its player hears of the station. */
export interface HeardAlert extends AlertRow {
  readonly lastDockedAt: Date | null;
  readonly isDocked: boolean;
  readonly rankLevel: number;
  readonly personalReputation: number;
}

export const findAlerts = (sql: Sql, playerId: string) => sql<AlertRow[]>`
  SELECT id, player_id, station_id, commodity, side, op, price, repeats, created_at, expires_at, triggered_at,
         triggered_price
  FROM price_alerts WHERE player_id = ${playerId} ORDER BY id`;

/** Alerts that can still speak: in force, and not spoken once for all. */
export const countActive = (sql: Sql, playerId: string, nowMs: number) => sql<{ count: number }[]>`
  SELECT count(*)::int AS count FROM price_alerts
  WHERE player_id = ${playerId} AND expires_at > ${new Date(nowMs)} AND (repeats OR triggered_at IS NULL)`;

export const insertAlert = (sql: Sql, alert: AlertRow): AnyStatement =>
  sql`INSERT INTO price_alerts (id, player_id, station_id, commodity, side, op, price, repeats, created_at, expires_at)
      VALUES (${alert.id}, ${alert.playerId}, ${alert.stationId}, ${alert.commodity}, ${alert.side}, ${alert.op},
              ${String(alert.price)}::int8, ${alert.repeats}, ${alert.createdAt}, ${alert.expiresAt})`;

export const deleteAlert = (sql: Sql, playerId: string, id: string) => sql<{ id: string }[]>`
  DELETE FROM price_alerts WHERE id = ${id} AND player_id = ${playerId} RETURNING id`;

/** Stations with a watched market that changed since it was judged. */
export const findChangedStations = (sql: Sql, nowMs: number) => sql<{ stationId: string }[]>`
  SELECT DISTINCT a.station_id FROM price_alerts a
  JOIN station_market m ON m.station_id = a.station_id AND m.commodity = a.commodity
  WHERE m.version <> a.heard_version AND a.expires_at > ${new Date(nowMs)}
    AND (a.repeats OR a.triggered_at IS NULL)
  ORDER BY a.station_id`;

export const findWatchedStations = (sql: Sql, nowMs: number) => sql<{ stationId: string }[]>`
  SELECT DISTINCT station_id FROM price_alerts
  WHERE expires_at > ${new Date(nowMs)} AND (repeats OR triggered_at IS NULL) ORDER BY station_id`;

/** Locks the alerts of a station that can still speak. */
export const lockHeardAlerts = (sql: Sql, stationId: string, nowMs: number) => sql<HeardAlert[]>`
  SELECT a.id, a.player_id, a.station_id, a.commodity, a.side, a.op, a.price, a.repeats, a.created_at, a.expires_at,
         a.triggered_at, a.triggered_price, d.last_at AS last_docked_at,
         coalesce(s.station_id = a.station_id, false) AS is_docked, p.rank_level, p.personal_reputation
  FROM price_alerts a
  JOIN players p ON p.id = a.player_id
  LEFT JOIN ships s ON s.id = p.active_ship_id
  LEFT JOIN player_stations_docked d ON d.player_id = a.player_id AND d.station_id = a.station_id
  WHERE a.station_id = ${stationId} AND a.expires_at > ${new Date(nowMs)}
    AND (a.repeats OR a.triggered_at IS NULL)
  ORDER BY a.id FOR UPDATE OF a`;

/** Notes which state of each market the alerts of a station were judged on. */
export const writeHeard = (
  sql: Sql,
  stationId: string,
  markets: readonly { readonly commodity: string; readonly version: number }[],
): AnyStatement =>
  sql`UPDATE price_alerts a SET heard_version = d.version
      FROM unnest(${markets.map(({ commodity }) => commodity)}::text[], ${markets.map(({ version }) => version)}::int4[])
           AS d (commodity, version)
      WHERE a.station_id = ${stationId} AND a.commodity = d.commodity`;

export const writeTriggered = (
  sql: Sql,
  alerts: readonly { readonly id: string; readonly price: bigint }[],
  nowMs: number,
): AnyStatement =>
  sql`UPDATE price_alerts a SET triggered_at = ${new Date(nowMs)}, triggered_price = d.price
      FROM unnest(${alerts.map(({ id }) => id)}::uuid[], ${alerts.map(({ price }) => String(price))}::int8[]) AS d (id, price)
      WHERE a.id = d.id`;

/** Removes alerts that ended before a moment. */
export const deleteEnded = (
  sql: Sql,
  beforeMs: number,
  limit: number,
) => sql`DELETE FROM price_alerts WHERE id IN (
        SELECT id FROM price_alerts
        WHERE expires_at < ${new Date(beforeMs)} OR (NOT repeats AND triggered_at < ${new Date(beforeMs)})
        LIMIT ${limit})`;
