import type { AnyStatement, Sql } from '@sw/db';
import { foldName, START_TURNS } from '@sw/rules';

export type UserStatus = 'active' | 'suspended' | 'banned' | 'deleted';

/** An account as signing in needs it. */
export interface UserRow {
  readonly id: string;
  readonly username: string;
  readonly email: string | null;
  readonly passwordHash: string | null;
  readonly status: UserStatus;
  readonly suspendedUntil: Date | null;
  readonly mustChangePassword: boolean;
  readonly tokenVersion: number;
  readonly locale: string;
  readonly createdAt: Date;
  readonly playerId: string | null;
  readonly isAdmin: boolean;
  readonly hasSecondFactor: boolean;
}

const columns = (sql: Sql) => sql`
  u.id, u.username, u.email, u.password_hash, u.status, u.suspended_until, u.must_change_password,
  u.token_version, u.locale, u.created_at, p.id AS player_id,
  EXISTS (SELECT 1 FROM admin_grants g WHERE g.user_id = u.id AND g.revoked_at IS NULL) AS is_admin,
  EXISTS (SELECT 1 FROM mfa_credentials c WHERE c.user_id = u.id AND c.confirmed_at IS NOT NULL) AS has_second_factor`;

/** The account a login names: its username in any spelling of case, or its verified e-mail address. */
export const findUserByLogin = (sql: Sql, login: string) =>
  sql<UserRow[]>`
    SELECT ${columns(sql)}
    FROM users u LEFT JOIN players p ON p.user_id = u.id
    WHERE u.id = (
      SELECT n.user_id FROM names n JOIN users o ON o.id = n.user_id
      WHERE n.folded = ${foldName(login)} AND lower(o.username) = lower(${login})
      UNION ALL
      SELECT e.id FROM users e WHERE lower(e.email) = lower(${login}) AND e.email_verified_at IS NOT NULL
      LIMIT 1)`;

export const findUser = (sql: Sql, userId: string) =>
  sql<UserRow[]>`
    SELECT ${columns(sql)} FROM users u LEFT JOIN players p ON p.user_id = u.id WHERE u.id = ${userId}`;

/** The account with its row locked, so that password, status and sessions cannot change meanwhile. */
export const lockUser = (sql: Sql, userId: string) =>
  sql<UserRow[]>`
    SELECT ${columns(sql)} FROM users u LEFT JOIN players p ON p.user_id = u.id
    WHERE u.id = ${userId} FOR UPDATE OF u`;

export interface NewUser {
  readonly id: string;
  readonly username: string;
  readonly email: string | null;
  readonly passwordHash: string | null;
  readonly locale: string;
  readonly isAdmin: boolean;
  readonly mustChangePassword: boolean;
  readonly createdAtMs: number;
}

export const insertUser = (sql: Sql, user: NewUser): AnyStatement =>
  sql`INSERT INTO users (id, username, email, password_hash, locale, is_admin, must_change_password, created_at)
      VALUES (${user.id}, ${user.username}, ${user.email}, ${user.passwordHash}, ${user.locale},
              ${user.isAdmin}, ${user.mustChangePassword}, ${new Date(user.createdAtMs)})`;

/** Takes a name for a user; answers no row when somebody has it or one that reads the same. */
export const claimName = (sql: Sql, name: string, userId: string) =>
  sql<{ folded: string }[]>`
    INSERT INTO names (folded, user_id) VALUES (${foldName(name)}, ${userId})
    ON CONFLICT DO NOTHING RETURNING folded`;

export const findNameOwner = (sql: Sql, name: string) =>
  sql<{ userId: string }[]>`SELECT user_id FROM names WHERE folded = ${foldName(name)}`;

export const updateLastLogin = (sql: Sql, userId: string, nowMs: number): AnyStatement =>
  sql`UPDATE users SET last_login_at = ${new Date(nowMs)} WHERE id = ${userId}`;

/** Keeps a new hash of the same password. */
export const updatePasswordHash = (sql: Sql, userId: string, passwordHash: string): AnyStatement =>
  sql`UPDATE users SET password_hash = ${passwordHash} WHERE id = ${userId}`;

/** Sets a password its owner chose. */
export const changePasswordHash = (sql: Sql, userId: string, passwordHash: string): AnyStatement =>
  sql`UPDATE users SET password_hash = ${passwordHash}, must_change_password = false WHERE id = ${userId}`;

/** Sets a password somebody else chose: it must be changed, and every access token dies. */
export const imposePasswordHash = (sql: Sql, userId: string, passwordHash: string): AnyStatement =>
  sql`UPDATE users SET password_hash = ${passwordHash}, must_change_password = true,
        token_version = token_version + 1 WHERE id = ${userId}`;

export const bumpTokenVersion = (sql: Sql, userId: string): AnyStatement =>
  sql`UPDATE users SET token_version = token_version + 1 WHERE id = ${userId}`;

/** A player before his first login: no callsign, no ship (rule book, society 1.3). */
export const insertPlayerStub = (
  sql: Sql,
  player: { readonly id: string; readonly userId: string; readonly nowMs: number; readonly isDemo: boolean },
): AnyStatement => {
  const now = new Date(player.nowMs);
  return sql`
    INSERT INTO players (id, user_id, turns, turns_anchor_ms, last_active_at, is_demo, created_at)
    VALUES (${player.id}, ${player.userId}, ${START_TURNS}, ${player.nowMs}, ${now}, ${player.isDemo}, ${now})
    ON CONFLICT (user_id) DO NOTHING`;
};
