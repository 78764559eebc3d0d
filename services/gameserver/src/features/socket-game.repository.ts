import type { AnyStatement, Sql } from '@sw/db';

/** Takes a ticket, once, with what a socket must know of its holder; nothing when it opens no door. */
export const takeSocketTicket = (sql: Sql, tokenHash: Buffer, now: Date) => sql<
  {
    audience: 'player' | 'admin';
    userId: string;
    sessionId: string;
    sessionEndsAt: Date;
    mayOperate: boolean;
    playerId: string | null;
    callsign: string | null;
  }[]
>`
  WITH taken AS (
    UPDATE one_time_tokens SET consumed_at = ${now}
    WHERE token_hash = ${tokenHash} AND purpose = 'ws_ticket' AND consumed_at IS NULL AND expires_at > ${now}
    RETURNING user_id, session_id, audience)
  SELECT t.audience, t.user_id, t.session_id, s.absolute_expires_at AS session_ends_at,
         NOT u.must_change_password AS may_operate, p.id AS player_id, p.callsign
  FROM taken t
  JOIN sessions s ON s.id = t.session_id AND s.revoked_at IS NULL AND s.absolute_expires_at > ${now}
  JOIN users u ON u.id = t.user_id AND u.status NOT IN ('banned', 'deleted')
  LEFT JOIN players p ON p.user_id = t.user_id`;

/**
 * Where a player's ship is as of his revision, and since when: a sighting of the sector one is in is noted
 * on arriving there.
 */
export const findSocketPlace = (sql: Sql, playerId: string) => sql<
  { sectorId: number; regionName: string; rev: bigint; since: Date | null }[]
>`
  SELECT s.sector_id, r.name AS region_name, p.rev, here.seen_at AS since
  FROM players p
  JOIN ships s ON s.id = p.active_ship_id
  JOIN regions r ON r.id = s.region_id
  LEFT JOIN sector_sightings here ON here.player_id = p.id AND here.sector_id = s.sector_id
  WHERE p.id = ${playerId}`;

/** What an operator may do, while his session and his account live. */
export const findOperatorScopes = (sql: Sql, userId: string, sessionId: string, now: Date) => sql<
  { scopes: string[] }[]
>`
  SELECT ARRAY(SELECT g.scope FROM admin_grants g WHERE g.user_id = u.id AND g.revoked_at IS NULL) AS scopes
  FROM sessions s JOIN users u ON u.id = s.user_id
  WHERE s.id = ${sessionId} AND u.id = ${userId} AND s.revoked_at IS NULL AND s.absolute_expires_at > ${now}
    AND u.status = 'active'`;

/** Notes a welcomed socket for operators. */
export const insertLiveSocket = (
  sql: Sql,
  socket: {
    readonly id: string;
    readonly processId: string;
    readonly userId: string;
    readonly audience: string;
    readonly ip: string;
    readonly openedAt: Date;
  },
): AnyStatement => sql`
  INSERT INTO live_sockets (id, process_id, user_id, audience, ip, opened_at)
  VALUES (${socket.id}, ${socket.processId}, ${socket.userId}, ${socket.audience}, ${socket.ip}, ${socket.openedAt})`;

export const deleteLiveSocket = (sql: Sql, id: string): AnyStatement =>
  sql`DELETE FROM live_sockets WHERE id = ${id}`;

export const isDockedAt = (sql: Sql, playerId: string, stationId: string) => sql`
  SELECT 1 FROM ships s JOIN players p ON p.active_ship_id = s.id
  WHERE p.id = ${playerId} AND s.status = 'docked' AND s.station_id = ${stationId}`;
