import type { ReplyOf } from '@sw/contracts';
import type { ADMIN_ENDPOINTS, UserDetail } from '@sw/contracts/admin';
import type { Sql } from '@sw/db';
import { AppError } from '@sw/service-kit';
import type { Deps } from '../../deps.ts';
import type { ListKey } from '../../http/admin-list.ts';
import { beginList } from '../../http/admin-list.ts';
import { presentListed, presentUser } from './users.presenter.ts';
import type { ListedUser, UserQuery } from './users.repository.ts';
import { findLogins, findSessions, findUser, listed, matching } from './users.repository.ts';

/** A page of the accounts. */
export const listUsers = async (
  deps: Deps,
  query: UserQuery,
): Promise<ReplyOf<(typeof ADMIN_ENDPOINTS)['listUsers']>> => {
  const { sql } = deps.db;
  const spec = {
    name: 'users',
    id: sql`u.id`,
    sorts: {
      createdAt: { by: sql`u.created_at`, type: 'timestamptz' },
      username: { by: sql`lower(u.username) COLLATE "C"`, type: 'text' },
      lastLoginAt: { by: sql`coalesce(u.last_login_at, '-infinity')`, type: 'timestamptz' },
    },
    defaultSort: '-createdAt',
  } as const;
  const list = beginList(deps, sql, spec, query);
  const [rows, [counted]] = await Promise.all([
    sql<(ListedUser & ListKey)[]>`
      SELECT ${list.keys}, ${listed(sql)} FROM users u LEFT JOIN players p ON p.user_id = u.id
      WHERE ${matching(sql, query)} AND ${list.after} ${list.order}`,
    query.withTotal === true
      ? sql<{ total: number }[]>`
          SELECT count(*)::int AS total FROM users u LEFT JOIN players p ON p.user_id = u.id
          WHERE ${matching(sql, query)}`
      : [],
  ]);
  return { ...list.page(rows, presentListed), total: counted?.total ?? null };
};

/** One account with what belongs to it. */
export const readUser = async (sql: Sql, id: string, nowMs: number): Promise<UserDetail> => {
  const [[user], sessions, logins] = await Promise.all([
    findUser(sql, id),
    findSessions(sql, id, new Date(nowMs)),
    findLogins(sql, id),
  ]);
  if (user === undefined) throw new AppError('not_found');
  return presentUser(user, sessions, logins);
};
