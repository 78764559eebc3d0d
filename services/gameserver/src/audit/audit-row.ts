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
  /** Stable noun, e.g. `auth.login`. */
  readonly action: string;
  readonly resourceType?: string;
  readonly resourceId?: string | null;
  readonly outcome: 'success' | 'denied' | 'error';
  readonly severity: 'info' | 'notice' | 'warning' | 'high';
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
    INSERT INTO audit_log (id, at, actor_user_id, actor_type, session_id, request_id, ip, action,
                           resource_type, resource_id, outcome, severity, details)
    VALUES (${deps.newId()}, ${new Date(entry.nowMs)}, ${entry.actorUserId}, ${entry.actorType},
            ${entry.sessionId}, ${entry.requestId}, ${entry.ip}, ${entry.action},
            ${entry.resourceType ?? null}, ${entry.resourceId ?? null}, ${entry.outcome}, ${entry.severity},
            ${sql.json(entry.details ?? {})})`;
};
