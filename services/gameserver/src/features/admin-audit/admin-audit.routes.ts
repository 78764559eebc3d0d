import { ADMIN_ENDPOINTS } from '@sw/contracts/admin';
import { verifyAudit } from '../../audit/verify.ts';
import type { RegisterRoutes } from '../../http/register.ts';
import { toMoment } from '../../platform/clock.ts';
import { exportAudit, listAudit, readAudit } from './read-audit.service.ts';

/** Binds the audit log: reading alone, nothing writes or changes a row of it over HTTP. */
export const registerAdminAuditRoutes: RegisterRoutes = ({ bind, deps }) => {
  bind(ADMIN_ENDPOINTS.listAudit, ({ query }) => listAudit(deps, query));
  bind(ADMIN_ENDPOINTS.verifyAudit, async ({ nowMs }) => {
    const { firstSeq, lastSeq, findings, ...rest } = await verifyAudit(deps.db, nowMs);
    return {
      ...rest,
      checkedAt: toMoment(nowMs),
      firstSeq: firstSeq === null ? null : Number(firstSeq),
      lastSeq: lastSeq === null ? null : Number(lastSeq),
      findings: findings.map(({ seq, ...finding }) => ({
        ...finding,
        seq: seq === null ? null : Number(seq),
      })),
    };
  });
  bind(ADMIN_ENDPOINTS.exportAudit, (context) => exportAudit(deps, context));
  bind(ADMIN_ENDPOINTS.getAudit, ({ params }) => readAudit(deps, params.id));
};
