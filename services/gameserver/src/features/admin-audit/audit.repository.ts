import type { QueryOf } from '@sw/contracts';
import type { ADMIN_ENDPOINTS, AuditRow as Wire } from '@sw/contracts/admin';
import type { Sql } from '@sw/db';
import { containing } from '../../http/admin-list.ts';

export type AuditQuery = QueryOf<(typeof ADMIN_ENDPOINTS)['listAudit']>;

type Listed = Omit<Wire, 'at'> & { readonly at: Date };

export type AuditListRow = Listed;

export interface AuditDetailRow extends Listed {
  readonly sessionId: string | null;
  readonly userAgent: string | null;
  readonly method: string | null;
  readonly path: string | null;
  readonly statusCode: number | null;
  readonly durationMs: number | null;
  readonly before: Record<string, never> | null;
  readonly after: Record<string, never> | null;
  readonly details: Record<string, never>;
  readonly seq: bigint | null;
  readonly hash: string | null;
  readonly prevHash: string | null;
  readonly sealedAt: Date | null;
}

export const listedColumns = (sql: Sql) => sql`
  a.id, a.at, a.actor_type, a.actor_user_id, u.username AS actor_name, a.action, a.resource_type,
  a.resource_id, a.outcome, a.severity, a.reason, a.ip, a.request_id`;

export const detailColumns = (sql: Sql) => sql`
  ${listedColumns(sql)}, a.session_id, a.user_agent, a.method, a.path, a.status_code::int, a.duration_ms,
  a.before, a.after, a.details, c.seq, encode(c.hash, 'hex') AS hash,
  encode(c.prev_hash, 'hex') AS prev_hash, c.sealed_at`;

const momentOf = (text: string | undefined): Date | null => (text === undefined ? null : new Date(text));

/** What the filters of the list let through. */
export const matching = (sql: Sql, query: AuditQuery) => {
  const pattern = query.q === undefined ? null : containing(query.q);
  return sql`
    (${query.actorId ?? null}::uuid IS NULL OR a.actor_user_id = ${query.actorId ?? null}::uuid)
    AND (${query.actorType ?? null}::text IS NULL OR a.actor_type = ${query.actorType ?? null})
    AND (${query.action ?? null}::text IS NULL OR starts_with(a.action, ${query.action ?? ''}))
    AND (${query.resourceType ?? null}::text IS NULL OR a.resource_type = ${query.resourceType ?? null})
    AND (${query.resourceId ?? null}::text IS NULL OR a.resource_id = ${query.resourceId ?? null})
    AND (${query.outcome ?? null}::text IS NULL OR a.outcome = ${query.outcome ?? null})
    AND (${query.severity ?? null}::text IS NULL OR a.severity = ${query.severity ?? null})
    AND (${momentOf(query.since)}::timestamptz IS NULL OR a.at >= ${momentOf(query.since)})
    AND (${momentOf(query.until)}::timestamptz IS NULL OR a.at < ${momentOf(query.until)})
    AND (${pattern}::text IS NULL OR a.action ILIKE ${pattern} OR a.reason ILIKE ${pattern}
         OR u.username ILIKE ${pattern} OR a.resource_id = ${query.q ?? null}
         OR a.request_id = ${query.q ?? null} OR a.id::text = ${query.q ?? null})`;
};
