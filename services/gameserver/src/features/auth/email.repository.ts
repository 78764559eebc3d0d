import type { AnyStatement, Sql } from '@sw/db';

export interface EmailRow {
  readonly id: string;
  readonly username: string;
  readonly email: string | null;
  readonly emailVerifiedAt: Date | null;
  readonly locale: string;
  readonly status: string;
  readonly passwordHash: string | null;
  readonly createdAt: Date;
  readonly deletionRequestedAt: Date | null;
  readonly exportedAt: Date | null;
  readonly pendingEmail: string | null;
}

const columns = (sql: Sql) => sql`
  u.id, u.username, u.email, u.email_verified_at, u.locale, u.status, u.password_hash, u.created_at,
  u.deletion_requested_at, u.exported_at,
  (SELECT c.new_email FROM email_changes c WHERE c.user_id = u.id) AS pending_email`;

export const findAccount = (sql: Sql, userId: string) =>
  sql<EmailRow[]>`SELECT ${columns(sql)} FROM users u WHERE u.id = ${userId}`;

export const lockAccount = (sql: Sql, userId: string) =>
  sql<EmailRow[]>`SELECT ${columns(sql)} FROM users u WHERE u.id = ${userId} FOR UPDATE`;

/** The account whose verified address this is. */
export const findByVerifiedEmail = (sql: Sql, email: string) =>
  sql<EmailRow[]>`
    SELECT ${columns(sql)} FROM users u
    WHERE lower(u.email) = lower(${email}) AND u.email_verified_at IS NOT NULL AND u.status <> 'deleted'`;

export const setEmail = (
  sql: Sql,
  userId: string,
  email: string,
  verifiedAtMs: number | null,
): AnyStatement =>
  sql`UPDATE users SET email = ${email}, email_verified_at = ${verifiedAtMs === null ? null : new Date(verifiedAtMs)}
      WHERE id = ${userId}`;

export const setLocale = (sql: Sql, userId: string, locale: string): AnyStatement =>
  sql`UPDATE users SET locale = ${locale} WHERE id = ${userId}`;

/** Keeps what an account is to be changed to; an older wish is replaced. */
export const putEmailChange = (sql: Sql, userId: string, newEmail: string, nowMs: number): AnyStatement =>
  sql`INSERT INTO email_changes (user_id, new_email, requested_at)
      VALUES (${userId}, ${newEmail}, ${new Date(nowMs)})
      ON CONFLICT (user_id) DO UPDATE SET new_email = EXCLUDED.new_email, requested_at = EXCLUDED.requested_at,
        old_confirmed_at = NULL, new_confirmed_at = NULL`;

export interface EmailChangeRow {
  readonly newEmail: string;
  readonly oldConfirmedAt: Date | null;
  readonly newConfirmedAt: Date | null;
}

/** Notes that one side confirmed; answers both. */
export const confirmEmailSide = (sql: Sql, userId: string, side: 'old' | 'new', nowMs: number) =>
  sql<EmailChangeRow[]>`
    UPDATE email_changes SET
      old_confirmed_at = CASE WHEN ${side} = 'old' THEN ${new Date(nowMs)} ELSE old_confirmed_at END,
      new_confirmed_at = CASE WHEN ${side} = 'new' THEN ${new Date(nowMs)} ELSE new_confirmed_at END
    WHERE user_id = ${userId} RETURNING new_email, old_confirmed_at, new_confirmed_at`;

export const deleteEmailChange = (sql: Sql, userId: string): AnyStatement =>
  sql`DELETE FROM email_changes WHERE user_id = ${userId}`;
