import type { AnyStatement, Sql } from '@sw/db';

export interface LiveSocket {
  readonly id: string;
  readonly processId: string;
  readonly audience: 'player' | 'admin';
  readonly userId: string;
  readonly name: string;
  readonly ip: string;
  readonly openedAt: Date;
}

/** The newest sockets, under the name others know their holders by. */
export const findSockets = (sql: Sql, limit: number) =>
  sql<LiveSocket[]>`
    SELECT s.id, s.process_id, s.audience, s.user_id, s.ip, s.opened_at,
           CASE WHEN s.audience = 'player' THEN coalesce(p.callsign, u.username) ELSE u.username END AS name
    FROM live_sockets s JOIN users u ON u.id = s.user_id LEFT JOIN players p ON p.user_id = u.id
    ORDER BY s.opened_at DESC, s.id LIMIT ${limit}`;

export const countSockets = (sql: Sql) =>
  sql<{ total: number }[]>`SELECT count(*)::int AS total FROM live_sockets`;

export const findSocket = (sql: Sql, id: string) =>
  sql<LiveSocket[]>`
    SELECT s.id, s.process_id, s.audience, s.user_id, u.username AS name, s.ip, s.opened_at
    FROM live_sockets s JOIN users u ON u.id = s.user_id WHERE s.id = ${id}`;

export interface BroadcastRow {
  readonly id: string;
  readonly at: Date;
  readonly by: string;
  readonly scope: 'global' | 'region' | 'player';
  readonly targetId: string | null;
  readonly text: string;
  readonly priority: 'low' | 'normal' | 'high';
}

export const findBroadcasts = (sql: Sql, limit: number) =>
  sql<BroadcastRow[]>`
    SELECT b.id, b.at, u.username AS by, b.scope, b.target_id, b.text, b.priority
    FROM broadcasts b JOIN users u ON u.id = b.sent_by ORDER BY b.at DESC, b.id DESC LIMIT ${limit}`;

export const insertBroadcast = (
  sql: Sql,
  row: Omit<BroadcastRow, 'by'> & { readonly userId: string },
): AnyStatement => sql`
  INSERT INTO broadcasts (id, at, sent_by, scope, target_id, text, priority)
  VALUES (${row.id}, ${row.at}, ${row.userId}, ${row.scope}, ${row.targetId}, ${row.text}, ${row.priority})`;

/** Whether there is such a region or player, and who sends. */
export const findTarget = (sql: Sql, scope: string, targetId: string | null, userId: string) =>
  sql<{ exists: boolean; username: string }[]>`
    SELECT u.username,
           CASE ${scope}::text WHEN 'region' THEN EXISTS (SELECT 1 FROM regions WHERE name = ${targetId})
                               WHEN 'player' THEN EXISTS (SELECT 1 FROM players WHERE id::text = ${targetId})
                               ELSE true END AS "exists"
    FROM users u WHERE u.id = ${userId}`;
