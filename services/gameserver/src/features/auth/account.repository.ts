import type { AnyStatement, Sql } from '@sw/db';

export const requestDeletion = (sql: Sql, userId: string, nowMs: number): AnyStatement =>
  sql`UPDATE users SET deletion_requested_at = ${new Date(nowMs)}, token_version = token_version + 1
      WHERE id = ${userId}`;

/** Takes a deletion back: its owner signed in. */
export const keepAccount = (sql: Sql, userId: string): AnyStatement =>
  sql`UPDATE users SET deletion_requested_at = NULL WHERE id = ${userId} AND deletion_requested_at IS NOT NULL`;

export const findDoomedAccounts = (sql: Sql, beforeMs: number, limit: number) =>
  sql<{ id: string }[]>`
    SELECT id FROM users WHERE deletion_requested_at <= ${new Date(beforeMs)} AND status <> 'deleted'
    ORDER BY deletion_requested_at LIMIT ${limit}`;

/** Takes everything of a person out of an account; its names stay taken (rule book, platform 3.1). */
export const anonymise = (
  sql: Sql,
  userId: string,
  alias: string,
  nowMs: number,
): readonly AnyStatement[] => [
  sql`UPDATE users SET username = ${alias}, email = NULL, email_verified_at = NULL, password_hash = NULL,
        status = 'deleted', deleted_at = ${new Date(nowMs)}, deletion_requested_at = NULL, locale = 'en',
        token_version = token_version + 1
      WHERE id = ${userId}`,
  sql`DELETE FROM sessions WHERE user_id = ${userId}`,
  sql`DELETE FROM one_time_tokens WHERE user_id = ${userId}`,
  sql`DELETE FROM email_changes WHERE user_id = ${userId}`,
  sql`UPDATE players SET status = 'deleted', callsign = ${alias}, rev = rev + 1
      WHERE user_id = ${userId} AND callsign IS NOT NULL`,
];

/** Notes an export; no row when there was one within a day. */
export const takeExport = (sql: Sql, userId: string, nowMs: number, notAfterMs: number) =>
  sql<{ id: string }[]>`
    UPDATE users SET exported_at = ${new Date(nowMs)}
    WHERE id = ${userId} AND (exported_at IS NULL OR exported_at <= ${new Date(notAfterMs)}) RETURNING id`;

type Row = Readonly<Record<string, unknown>>;

/** What is kept about an account and its persona, by what it is; secrets are left out. */
export const exportOf = (sql: Sql, userId: string, limit: number) => ({
  account: sql<Row[]>`
    SELECT id, username, email, email_verified_at, status, locale, created_at, last_login_at FROM users
    WHERE id = ${userId}`,
  sessions: sql<Row[]>`
    SELECT id, audience, created_at, last_seen_at, ip, user_agent, amr, revoked_at, revoke_reason FROM sessions
    WHERE user_id = ${userId} ORDER BY created_at DESC LIMIT ${limit}`,
  persona: sql<Row[]>`
    SELECT id, callsign, rank_level, rank_points, personal_reputation, turns, lifetime_turns_spent, created_at
    FROM players WHERE user_id = ${userId}`,
  settings: sql<Row[]>`
    SELECT s.* FROM player_settings s JOIN players p ON p.id = s.player_id WHERE p.user_id = ${userId}`,
  ships: sql<Row[]>`
    SELECT s.* FROM ships s JOIN players p ON p.id = s.owner_id WHERE p.user_id = ${userId}`,
  notes: sql<Row[]>`
    SELECT n.* FROM sector_notes n JOIN players p ON p.id = n.player_id WHERE p.user_id = ${userId}`,
  events: sql<Row[]>`
    SELECT l.at, l.category, l.type, l.data FROM player_log l JOIN players p ON p.id = l.player_id
    WHERE p.user_id = ${userId} ORDER BY l.at DESC LIMIT ${limit}`,
  trail: sql<Row[]>`
    SELECT at, action, outcome, ip, details FROM audit_log WHERE actor_user_id = ${userId}
    ORDER BY at DESC LIMIT ${limit}`,
});
