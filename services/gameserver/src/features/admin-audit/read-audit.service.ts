import type { ReplyOf } from '@sw/contracts';
import type { ADMIN_ENDPOINTS } from '@sw/contracts/admin';
import { AppError } from '@sw/service-kit';
import { insertAuditRow } from '../../audit/audit-row.ts';
import type { Deps } from '../../deps.ts';
import { operatorOf } from '../../http/admin-command.ts';
import type { ListKey } from '../../http/admin-list.ts';
import { beginList } from '../../http/admin-list.ts';
import type { RequestContext } from '../../http/request-context.ts';
import type { AuditDetailRow, AuditListRow, AuditQuery } from './audit.repository.ts';
import { detailColumns, listedColumns, matching } from './audit.repository.ts';

type Endpoints = typeof ADMIN_ENDPOINTS;
type Detail = ReplyOf<Endpoints['getAudit']>;

/** A page of the log by its filters. */
export const listAudit = async (deps: Deps, query: AuditQuery): Promise<ReplyOf<Endpoints['listAudit']>> => {
  const { sql } = deps.db;
  const spec = {
    name: 'audit',
    id: sql`a.id`,
    sorts: { at: { by: sql`a.at`, type: 'timestamptz' } },
    defaultSort: '-at',
  } as const;
  const list = beginList(deps, sql, spec, query);
  const [rows, [counted]] = await Promise.all([
    sql<(AuditListRow & ListKey)[]>`
      SELECT ${list.keys}, ${listedColumns(sql)}
      FROM audit_log a LEFT JOIN users u ON u.id = a.actor_user_id
      WHERE ${matching(sql, query)} AND ${list.after} ${list.order}`,
    query.withTotal === true
      ? sql<{ total: number }[]>`
          SELECT count(*)::int AS total FROM audit_log a LEFT JOIN users u ON u.id = a.actor_user_id
          WHERE ${matching(sql, query)}`
      : [],
  ]);
  return { ...list.page(rows, presentRow), total: counted?.total ?? null };
};

/** One row with everything it holds. */
export const readAudit = async (deps: Deps, id: string): Promise<Detail> => {
  const { sql } = deps.db;
  const [row] = await sql<AuditDetailRow[]>`
    SELECT ${detailColumns(sql)}
    FROM audit_log a LEFT JOIN users u ON u.id = a.actor_user_id
    LEFT JOIN audit_chain c ON c.audit_id = a.id
    WHERE a.id = ${id}`;
  if (row === undefined) throw new AppError('not_found');
  return presentDetail(row);
};

/** Rows to take away, oldest first; that they were taken is noted before the first page is read. */
export const exportAudit = async (
  deps: Deps,
  context: RequestContext<Endpoints['exportAudit']>,
): Promise<ReplyOf<Endpoints['exportAudit']>> => {
  const { query } = context;
  const { sql } = deps.db;
  if (query.cursor === undefined) {
    await deps.db.write((write) => [
      insertAuditRow(deps, write, {
        ...operatorOf(context),
        action: 'audit.export',
        resourceType: 'audit',
        resourceId: null,
        outcome: 'success',
        severity: 'notice',
        details: { since: query.since, until: query.until ?? null },
      }),
    ]);
  }
  const spec = {
    name: 'audit export',
    id: sql`a.id`,
    sorts: { at: { by: sql`a.at`, type: 'timestamptz' } },
    defaultSort: 'at',
  } as const;
  const list = beginList(deps, sql, spec, query);
  const until = query.until === undefined ? null : new Date(query.until);
  const rows = await sql<(AuditDetailRow & ListKey)[]>`
    SELECT ${list.keys}, ${detailColumns(sql)}
    FROM audit_log a LEFT JOIN users u ON u.id = a.actor_user_id
    LEFT JOIN audit_chain c ON c.audit_id = a.id
    WHERE a.at >= ${new Date(query.since)} AND (${until}::timestamptz IS NULL OR a.at < ${until})
      AND ${list.after} ${list.order}`;
  return list.page(rows, presentDetail);
};

const presentRow = (row: AuditListRow): ReplyOf<Endpoints['listAudit']>['items'][number] => ({
  ...row,
  at: row.at.toISOString(),
});

const presentDetail = ({ seq, hash, prevHash, sealedAt, ...row }: AuditDetailRow): Detail => ({
  ...row,
  at: row.at.toISOString(),
  seal:
    seq === null || hash === null || prevHash === null || sealedAt === null
      ? null
      : { seq: Number(seq), hash, prevHash, sealedAt: sealedAt.toISOString() },
});
