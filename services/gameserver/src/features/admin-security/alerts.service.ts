import type { ReplyOf } from '@sw/contracts';
import type { ADMIN_ENDPOINTS } from '@sw/contracts/admin';
import { AppError } from '@sw/service-kit';
import type { Deps } from '../../deps.ts';
import { runAdminCommand } from '../../http/admin-command.ts';
import type { ListKey } from '../../http/admin-list.ts';
import { beginList } from '../../http/admin-list.ts';
import { assertVersion } from '../../http/if-match.ts';
import type { RawReply } from '../../http/raw-reply.ts';
import type { RequestContext } from '../../http/request-context.ts';
import type { AlertRow } from './security.repository.ts';
import { alertColumns, alertTables, presentAlert } from './security.repository.ts';

type Endpoints = typeof ADMIN_ENDPOINTS;

/** A page of the alerts, the latest first. */
export const listAlerts = async (
  deps: Deps,
  { query }: RequestContext<Endpoints['listAlerts']>,
): Promise<ReplyOf<Endpoints['listAlerts']>> => {
  const { sql } = deps.db;
  const list = beginList(
    deps,
    sql,
    {
      name: 'alerts',
      id: sql`s.id`,
      sorts: { lastAt: { by: sql`s.last_at`, type: 'timestamptz' } },
      defaultSort: '-lastAt',
    },
    query,
  );
  const matching = sql`
    (${query.state ?? null}::text IS NULL OR s.state = ${query.state ?? null})
    AND (${query.kind ?? null}::text IS NULL OR s.kind = ${query.kind ?? null})
    AND (${query.severity ?? null}::text IS NULL OR s.severity = ${query.severity ?? null})
    AND (${query.q ?? null}::text IS NULL OR lower(u.username) = lower(${query.q ?? null})
         OR s.subject = ${query.q ?? null} OR s.id::text = ${query.q ?? null})`;
  const [rows, [counted]] = await Promise.all([
    sql<(AlertRow & ListKey)[]>`
      SELECT ${list.keys}, ${alertColumns(sql)} FROM ${alertTables(sql)}
      WHERE ${matching} AND ${list.after} ${list.order}`,
    query.withTotal === true
      ? sql<{ total: number }[]>`SELECT count(*)::int AS total FROM ${alertTables(sql)} WHERE ${matching}`
      : [],
  ]);
  return { ...list.page(rows, presentAlert), total: counted?.total ?? null };
};

/** Moves an alert between its states; who takes it on is written at it. */
export const updateAlert = (
  deps: Deps,
  context: RequestContext<Endpoints['updateAlert']>,
): Promise<RawReply> =>
  runAdminCommand(deps, context, 'security.alert_state', async ({ sql, load }) => {
    const { id } = context.params;
    const { state } = context.body;
    const [[before]] = await load(
      sql<AlertRow[]>`
        SELECT ${alertColumns(sql)} FROM ${alertTables(sql)} WHERE s.id = ${id} FOR UPDATE OF s`,
    );
    if (before === undefined) throw new AppError('not_found');
    assertVersion(context.ifMatch, before.version);
    const [blocking] = await load(
      sql<{ id: string }[]>`
        SELECT n.id FROM security_alerts s JOIN security_alerts n ON n.kind = s.kind AND n.subject = s.subject
        WHERE s.id = ${id} AND n.id <> s.id AND n.state <> 'resolved'`,
    );
    // The same thing was seen again since: that newer alert is the one to work on.
    if (state !== 'resolved' && blocking.length > 0)
      throw new AppError('invalid_state', { state: before.state });
    await load(
      sql`UPDATE security_alerts SET state = ${state}, version = version + 1,
            assigned_to = ${state === 'open' ? null : context.caller.userId} WHERE id = ${id}`,
    );
    const [[after]] = await load(
      sql<AlertRow[]>`SELECT ${alertColumns(sql)} FROM ${alertTables(sql)} WHERE s.id = ${id}`,
    );
    if (after === undefined) throw new AppError('not_found');
    return {
      resourceType: 'alert',
      resourceId: id,
      before: { state: before.state, assignedTo: before.assignedTo },
      after: { state: after.state, assignedTo: after.assignedTo },
      writes: [],
      reply: presentAlert(after),
    };
  });
