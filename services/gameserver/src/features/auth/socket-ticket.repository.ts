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
