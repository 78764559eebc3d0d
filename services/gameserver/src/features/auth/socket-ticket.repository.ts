import type { AnyStatement, Sql } from '@sw/db';
import type { SessionOwner } from './sessions.service.ts';

export interface NewTicket {
  readonly id: string;
  readonly tokenHash: Buffer;
  readonly expiresAtMs: number;
}

export const insertTicket = (sql: Sql, owner: SessionOwner, ticket: NewTicket): AnyStatement =>
  sql`INSERT INTO one_time_tokens (id, user_id, session_id, purpose, audience, token_hash, expires_at)
      VALUES (${ticket.id}, ${owner.userId}, ${owner.sessionId}, 'ws_ticket', ${owner.audience},
              ${ticket.tokenHash}, ${new Date(ticket.expiresAtMs)})`;

/** What a socket may live on when nobody ends its session: as long as a session of a player at most. */
const REMEMBERED_MS = 30 * 86_400_000;

/** Notes a session of the hub, without any secret of it. */
export const rememberSession = (sql: Sql, owner: SessionOwner, nowMs: number): AnyStatement =>
  sql`INSERT INTO sessions (id, user_id, audience, created_at, last_seen_at, absolute_expires_at, ip, user_agent)
      VALUES (${owner.sessionId}, ${owner.userId}, ${owner.audience}, ${new Date(nowMs)}, ${new Date(nowMs)},
              ${new Date(nowMs + REMEMBERED_MS)}, '', '')
      ON CONFLICT (id) DO UPDATE SET last_seen_at = excluded.last_seen_at`;
