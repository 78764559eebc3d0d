import { createHash } from 'node:crypto';
import type { Sql } from '@sw/db';

/** What the first link follows. */
export const GENESIS = Buffer.alloc(32);

/** One row of the log as it is sealed: every column as the text PostgreSQL keeps, in a fixed order. */
export interface SealedContent {
  readonly id: string;
  /** Microseconds and all, in UTC. */
  readonly at: string;
  readonly content: readonly (string | null)[];
}

/** Columns of `audit_log` that are sealed; the order is part of the hash and never changes. */
export const contentColumns = (sql: Sql) => sql`
  a.id, to_char(a.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') AS at,
  ARRAY[a.id::text, to_char(a.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), a.actor_user_id::text,
        a.actor_type, a.session_id::text, a.request_id, a.ip, a.action, a.resource_type, a.resource_id,
        a.outcome, a.severity, a.details::text, a.user_agent, a.method, a.path, a.status_code::text,
        a.duration_ms::text, a.before::text, a.after::text, a.reason] AS content`;

/** Hash of a row's content: JSON of its columns, so that no two different rows read the same. */
export const contentHash = (row: SealedContent): Buffer =>
  createHash('sha256').update(JSON.stringify(row.content)).digest();

/** A link: it depends on the one before, on its number, on the moment of its row, and on the content. */
export const linkHash = (link: {
  readonly prevHash: Uint8Array;
  readonly seq: bigint;
  readonly auditId: string;
  readonly at: string;
  readonly contentHash: Uint8Array;
}): Buffer =>
  createHash('sha256')
    .update(link.prevHash)
    .update(`${link.seq} ${link.auditId} ${link.at} `)
    .update(link.contentHash)
    .digest();
