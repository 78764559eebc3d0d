import { ADMIN_ENDPOINTS } from '@sw/contracts/admin';
import { insertAuditRow } from '../../audit/audit-row.ts';
import type { RegisterRoutes } from '../../http/register.ts';
import { readOperator } from './operator.repository.ts';

/** Binds what the console asks about who acts and who may. */
export const registerAdminAccessRoutes: RegisterRoutes = ({ bind, deps }) => {
  bind(ADMIN_ENDPOINTS.getAdminSession, async ({ caller }) => {
    const [operator] = await readOperator(deps.db.sql, caller.userId);
    return {
      userId: caller.userId,
      username: operator?.username ?? '',
      scopes: [...caller.scopes].sort(),
      environment: deps.config.environment,
    };
  });

  bind(ADMIN_ENDPOINTS.noteExport, async ({ caller, body, nowMs, ip, requestId }) => {
    await deps.db.command((tx) =>
      tx.commit(
        insertAuditRow(deps, tx.sql, {
          nowMs,
          ip,
          requestId,
          actorType: 'admin',
          actorUserId: caller.userId,
          sessionId: caller.sessionId,
          action: 'console.export',
          resourceType: 'list',
          resourceId: body.list,
          outcome: 'success',
          severity: 'notice',
          details: { format: body.format, query: body.query },
        }),
      ),
    );
    return undefined;
  });
};
