import type { QueryOf } from '@sw/contracts';
import type { ADMIN_ENDPOINTS } from '@sw/contracts/admin';
import type { Sql } from '@sw/db';
import { containing } from '../../http/admin-list.ts';

export type UserQuery = QueryOf<(typeof ADMIN_ENDPOINTS)['listUsers']>;

export interface ListedUser {
  readonly id: string;
  readonly username: string;
  readonly email: string | null;
  readonly status: 'active' | 'suspended' | 'banned' | 'deleted';
  readonly suspendedUntil: Date | null;
  readonly isAdmin: boolean;
  readonly callsign: string | null;
  readonly createdAt: Date;
  readonly lastLoginAt: Date | null;
}

export interface KnownUser extends ListedUser {
  readonly version: number;
  readonly statusReason: string | null;
  readonly emailVerified: boolean;
  readonly mustChangePassword: boolean;
  readonly playerId: string | null;
  readonly scopes: string[];
}

const isAdmin = (sql: Sql) =>
  sql`EXISTS (SELECT 1 FROM admin_grants g WHERE g.user_id = u.id AND g.revoked_at IS NULL)`;

export const listed = (sql: Sql) => sql`
  u.id, u.username, u.email, u.status, u.suspended_until, ${isAdmin(sql)} AS is_admin, p.callsign,
  u.created_at, u.last_login_at`;

const known = (sql: Sql) => sql`
  ${listed(sql)}, u.version, u.status_reason, u.email_verified_at IS NOT NULL AS email_verified,
  u.must_change_password, p.id AS player_id,
  ARRAY(SELECT g.scope FROM admin_grants g
        WHERE g.user_id = u.id AND g.revoked_at IS NULL ORDER BY g.scope) AS scopes`;

export const matching = (sql: Sql, query: UserQuery) => {
  const pattern = query.q === undefined ? null : containing(query.q);
  return sql`
    (${query.status ?? null}::text IS NULL OR u.status = ${query.status ?? null})
    AND (${query.role ?? null}::text IS NULL OR ${isAdmin(sql)} = (${query.role ?? null}::text = 'admin'))
    AND (${pattern}::text IS NULL OR u.username ILIKE ${pattern} OR p.callsign ILIKE ${pattern}
         OR u.id::text = ${query.q ?? null} OR p.id::text = ${query.q ?? null}
         OR lower(u.email) = lower(${query.q ?? null}))`;
};

export const findUser = (sql: Sql, id: string) =>
  sql<
    KnownUser[]
  >`SELECT ${known(sql)} FROM users u LEFT JOIN players p ON p.user_id = u.id WHERE u.id = ${id}`;

export const lockUser = (sql: Sql, id: string) =>
  sql<KnownUser[]>`
    SELECT ${known(sql)} FROM users u LEFT JOIN players p ON p.user_id = u.id
    WHERE u.id = ${id} FOR UPDATE OF u`;

export interface SessionRow {
  readonly id: string;
  readonly audience: 'player' | 'admin';
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly ip: string;
  readonly userAgent: string;
}

export interface LoginRow {
  readonly id: string;
  readonly at: Date;
  readonly outcome: 'success' | 'denied' | 'error';
  readonly ip: string | null;
}

export const findSessions = (sql: Sql, userId: string, now: Date) =>
  sql<SessionRow[]>`
    SELECT id, audience, created_at, last_seen_at, ip, user_agent FROM sessions
    WHERE user_id = ${userId} AND revoked_at IS NULL AND absolute_expires_at > ${now}
    ORDER BY last_seen_at DESC LIMIT 20`;

const LOGINS = 20;

/** Sign-ins name their session, attempts the account. */
export const findLogins = (sql: Sql, userId: string) =>
  sql<LoginRow[]>`
    (SELECT id, at, outcome, ip FROM audit_log
     WHERE actor_user_id = ${userId} AND action = 'auth.login' ORDER BY at DESC LIMIT ${LOGINS})
    UNION ALL
    (SELECT id, at, outcome, ip FROM audit_log
     WHERE resource_type = 'user' AND resource_id = ${userId} AND action = 'auth.login'
     ORDER BY at DESC LIMIT ${LOGINS})
    ORDER BY at DESC LIMIT ${LOGINS}`;
