import type { AdminHolder } from '@sw/contracts/admin';
import type { Sql } from '@sw/db';

interface HolderRow {
  readonly userId: string;
  readonly username: string;
  readonly status: string;
  readonly lastLoginAt: Date | null;
  readonly grants: { scope: string; grantedAt: string; grantedBy: string | null }[];
}

const holders = (sql: Sql) => sql`
  SELECT u.id AS user_id, u.username, u.status, u.last_login_at,
         coalesce((SELECT jsonb_agg(jsonb_build_object('scope', g.scope, 'grantedAt', g.granted_at,
                                                       'grantedBy', b.username) ORDER BY g.scope)
                   FROM admin_grants g LEFT JOIN users b ON b.id = g.granted_by
                   WHERE g.user_id = u.id AND g.revoked_at IS NULL), '[]') AS grants
  FROM users u`;

export const findHolders = (sql: Sql) =>
  sql<HolderRow[]>`
    ${holders(sql)} WHERE EXISTS (SELECT 1 FROM admin_grants g WHERE g.user_id = u.id AND g.revoked_at IS NULL)
    ORDER BY lower(u.username)`;

export const findHolder = (sql: Sql, userId: string) =>
  sql<HolderRow[]>`${holders(sql)} WHERE u.id = ${userId}`;

/** The row that every change of scopes of a user waits for. */
export const lockHolder = (sql: Sql, userId: string) =>
  sql<{ id: string; status: string }[]>`SELECT id, status FROM users WHERE id = ${userId} FOR UPDATE`;

/** How many others hold a scope and could use it; those rows wait until this change has ended. */
export const lockOtherHolders = (sql: Sql, scope: string, userId: string) =>
  sql<{ id: string }[]>`
    SELECT g.id FROM admin_grants g JOIN users u ON u.id = g.user_id
    WHERE g.scope = ${scope} AND g.revoked_at IS NULL AND g.user_id <> ${userId} AND u.status = 'active'
    ORDER BY g.id FOR UPDATE OF g`;

export const presentHolder = (row: HolderRow): AdminHolder => ({
  userId: row.userId,
  username: row.username,
  status: row.status,
  lastLoginAt: row.lastLoginAt?.toISOString() ?? null,
  grants: row.grants.map((grant) => ({ ...grant, grantedAt: new Date(grant.grantedAt).toISOString() })),
});
