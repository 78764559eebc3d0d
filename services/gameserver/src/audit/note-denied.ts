import type { EndpointDeclaration } from '@sw/contracts';
import type { Deps } from '../deps.ts';
import type { AdminCaller } from '../http/caller.ts';
import { insertAuditRow } from './audit-row.ts';

/** Somebody asked for what he has no scope for. */
export interface Denial {
  readonly caller: AdminCaller;
  readonly endpoint: EndpointDeclaration;
  readonly scope: string;
  readonly ip: string;
  readonly requestId: string;
  readonly userAgent: string;
  readonly path: string;
  readonly nowMs: number;
}

export type NoteDenied = (denial: Denial) => Promise<void>;

/** Audits attempts without the scope; a log that cannot be written never opens what stays closed. */
export const createNoteDenied =
  (deps: Deps): NoteDenied =>
  async ({ caller, endpoint, scope, ip, requestId, userAgent, path, nowMs }) => {
    try {
      await deps.db.write((sql) => [
        insertAuditRow(deps, sql, {
          nowMs,
          ip,
          requestId,
          userAgent,
          path,
          method: endpoint.method,
          statusCode: 403,
          actorType: 'admin',
          actorUserId: caller.userId,
          sessionId: caller.sessionId,
          action: 'access.denied',
          resourceType: 'endpoint',
          resourceId: endpoint.id,
          outcome: 'denied',
          severity: 'warning',
          details: { scope },
        }),
      ]);
    } catch (error) {
      deps.logger.warn({ err: error, requestId }, 'audit.denied_not_noted');
    }
  };
