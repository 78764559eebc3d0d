import type { AnyStatement, Sql } from '@sw/db';
import type { Scope } from './scopes.ts';
import { GRANT_SCOPE } from './scopes.ts';

/** Serialises the start of many processes and every recovery. */
const ADMIN_LOCK = 7_304_210_202n;

export const lockAdmins = (sql: Sql): AnyStatement => sql`SELECT pg_advisory_xact_lock(${ADMIN_LOCK})`;

export interface AdminRow {
  readonly id: string;
  readonly username: string;
}

/** The accounts that can make other admins. */
export const findGrantHolders = (sql: Sql) =>
  sql<AdminRow[]>`
    SELECT u.id, u.username FROM users u
    WHERE u.status <> 'deleted' AND EXISTS (
      SELECT 1 FROM admin_grants g
      WHERE g.user_id = u.id AND g.scope = ${GRANT_SCOPE} AND g.revoked_at IS NULL)
    ORDER BY u.created_at, u.id`;

/** An account with any scope, by its username. */
export const findAdminByName = (sql: Sql, username: string) =>
  sql<AdminRow[]>`
    SELECT u.id, u.username FROM users u
    WHERE lower(u.username) = lower(${username}) AND EXISTS (
      SELECT 1 FROM admin_grants g WHERE g.user_id = u.id AND g.revoked_at IS NULL)`;

/** Gives a user scopes; nobody granted them, they come with the installation. */
export const insertGrants = (
  sql: Sql,
  grants: readonly { readonly id: string; readonly scope: Scope }[],
  userId: string,
  nowMs: number,
): AnyStatement =>
  sql`INSERT INTO admin_grants (id, user_id, scope, granted_by, granted_at)
      SELECT g.id, ${userId}::uuid, g.scope, NULL, ${new Date(nowMs)}
      FROM unnest(${grants.map(({ id }) => id)}::uuid[], ${grants.map(({ scope }) => scope)}::text[])
        AS g (id, scope)`;
