import { ADMIN_ENDPOINTS } from '@sw/contracts/admin';
import { AppError } from '@sw/service-kit';
import { insertAuditRow } from '../../audit/audit-row.ts';
import type { RegisterRoutes } from '../../http/register.ts';
import { SCOPES } from '../auth/index.ts';
import { grantScopes, revokeScope, scopeOf } from './change-scopes.service.ts';
import { findHolders, presentHolder } from './holders.repository.ts';
import { readOperator } from './operator.repository.ts';
import { ROLES } from './roles.ts';

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

  bind(ADMIN_ENDPOINTS.getScopes, async () => ({
    scopes: [...SCOPES],
    roles: Object.entries(ROLES).map(([role, scopes]) => ({ role, scopes: [...scopes] })),
  }));
  bind(ADMIN_ENDPOINTS.listAdmins, async () => ({
    items: (await findHolders(deps.db.sql)).map(presentHolder),
  }));
  bind(ADMIN_ENDPOINTS.grantScope, (context) => grantScopes(deps, context, [scopeOf(context.params.scope)]));
  bind(ADMIN_ENDPOINTS.revokeScope, (context) => revokeScope(deps, context, scopeOf(context.params.scope)));
  bind(ADMIN_ENDPOINTS.grantRole, (context) => {
    const scopes = Object.hasOwn(ROLES, context.params.role) ? ROLES[context.params.role] : undefined;
    if (scopes === undefined) throw new AppError('not_found');
    return grantScopes(deps, context, scopes);
  });
};
