import type { AnyStatement, Sql } from '@sw/db';
import type { Deps } from '../deps.ts';

/** One line of the audit log; never a password, token or code (rule book, platform 4). */
export interface AuditEntry {
  readonly nowMs: number;
  readonly actorType: 'anonymous' | 'player' | 'admin' | 'system' | 'service';
  readonly actorUserId: string | null;
  readonly sessionId: string | null;
  readonly requestId: string | null;
  readonly ip: string | null;
  readonly userAgent?: string;
  readonly method?: string;
  readonly path?: string;
  readonly statusCode?: number;
  readonly durationMs?: number;
  /** Stable noun, e.g. `auth.login`. */
  readonly action: string;
  readonly resourceType?: string;
  readonly resourceId?: string | null;
  readonly outcome: 'success' | 'denied' | 'error';
  readonly severity: 'info' | 'notice' | 'warning' | 'high';
  readonly before?: Readonly<Record<string, unknown>> | null;
  readonly after?: Readonly<Record<string, unknown>> | null;
  readonly reason?: string | null;
  readonly details?: Readonly<Record<string, string | number | boolean | null>>;
}

/** The statement that keeps an entry; it belongs into the transaction of the change it is about. */
export const insertAuditRow = (
  deps: Pick<Deps, 'newId' | 'metrics'>,
  sql: Sql,
  entry: AuditEntry,
): AnyStatement => {
  deps.metrics.audit.writes.inc({ severity: entry.severity });
  return sql`
    INSERT INTO audit_log (id, at, actor_user_id, actor_type, session_id, request_id, ip, user_agent,
                           method, path, status_code, duration_ms, action, resource_type, resource_id,
                           outcome, severity, before, after, reason, details)
    VALUES (${deps.newId()}, ${new Date(entry.nowMs)}, ${entry.actorUserId}, ${entry.actorType},
            ${entry.sessionId}, ${entry.requestId}, ${entry.ip}, ${entry.userAgent ?? null},
            ${entry.method ?? null}, ${entry.path ?? null}, ${entry.statusCode ?? null},
            ${entry.durationMs ?? null}, ${entry.action}, ${entry.resourceType ?? null},
            ${entry.resourceId ?? null}, ${entry.outcome}, ${entry.severity}, ${json(sql, entry.before)},
            ${json(sql, entry.after)}, ${entry.reason ?? null}, ${sql.json(entry.details ?? {})})`;
};

const json = (sql: Sql, value: Readonly<Record<string, unknown>> | null | undefined) =>
  value === null || value === undefined ? null : sql.json(value as Parameters<Sql['json']>[0]);
