import type { AnyStatement, Sql } from '@sw/db';

export interface ChatLine {
  readonly id: string;
  readonly channel: string;
  readonly roomId: string;
  readonly senderId: string;
  readonly body: string;
  readonly clientId: string;
  readonly nowMs: number;
}

/** Who speaks, whether he may, and in which sector his ship is. */
export const findSpeaker = (sql: Sql, playerId: string, now: Date) => sql<
  { callsign: string; isSuspended: boolean; mutedUntil: Date | null; sectorId: number }[]
>`SELECT p.callsign, p.muted_until, s.sector_id,
         u.status = 'suspended' AND coalesce(u.suspended_until > ${now}, true) AS is_suspended
  FROM players p JOIN ships s ON s.id = p.active_ship_id JOIN users u ON u.id = p.user_id
  WHERE p.id = ${playerId} AND p.callsign IS NOT NULL`;

/** The line of a resend, if it was kept before. */
export const findLineByClientId = (sql: Sql, senderId: string, clientId: string) => sql<
  { id: string; at: Date }[]
>`
  SELECT id, at FROM chat_log WHERE sender_id = ${senderId} AND client_id = ${clientId}`;

export const insertLine = (sql: Sql, line: ChatLine): AnyStatement =>
  sql`INSERT INTO chat_log (id, channel, room_id, sender_id, body, client_id, at)
      VALUES (${line.id}, ${line.channel}, ${line.roomId}, ${line.senderId}, ${line.body}, ${line.clientId}, ${new Date(line.nowMs)})`;

export const mutePlayer = (sql: Sql, playerId: string, until: Date): AnyStatement =>
  sql`UPDATE players SET muted_until = ${until} WHERE id = ${playerId}`;

/** The last lines of the sector the player is in since he came, oldest first; at most 50. */
export const findRecentSectorLines = (sql: Sql, playerId: string) => sql<
  { id: string; clientId: string | null; senderId: string; callsign: string; body: string; at: Date }[]
>`SELECT * FROM (
    SELECT c.id, c.client_id, c.sender_id, sender.callsign, c.body, c.at
    FROM players p
    JOIN ships s ON s.id = p.active_ship_id
    JOIN sector_sightings here ON here.player_id = p.id AND here.sector_id = s.sector_id
    JOIN chat_log c ON c.channel = 'sector' AND c.room_id = s.sector_id::text AND c.at >= here.seen_at
    JOIN players sender ON sender.id = c.sender_id
    WHERE p.id = ${playerId}
    ORDER BY c.at DESC, c.id DESC LIMIT 50) AS lines
  ORDER BY at, id`;
