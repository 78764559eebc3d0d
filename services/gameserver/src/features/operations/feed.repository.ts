import type { Sql } from '@sw/db';

/** Movements of players' credits after a row of the ledger, the latest first. */
export const findCreditNews = (sql: Sql, afterId: string, limit: number) =>
  sql<{ id: bigint; at: Date; reason: string; amount: number; isGain: boolean; callsign: string | null }[]>`
    SELECT l.id, l.at, l.reason, l.amount::float8 AS amount, l.to_account LIKE 'wallet:%' AS is_gain, p.callsign
    FROM credit_ledger l JOIN players p ON p.id = l.player_id
    WHERE l.id > ${afterId} AND (l.to_account = 'wallet:' || p.id OR l.from_account = 'wallet:' || p.id)
    ORDER BY l.id DESC LIMIT ${limit}`;

export const findLastCreditId = (sql: Sql) =>
  sql<{ id: bigint | null }[]>`SELECT max(id) AS id FROM credit_ledger`;

/** Accounts made after a moment. Ids tell their time, so the newest are the last of the index. */
export const findRegistrations = (sql: Sql, after: Date, limit: number) =>
  sql<{ id: string; at: Date; username: string }[]>`
    SELECT newest.id, newest.created_at AS at, newest.username
    FROM (SELECT id, created_at, username FROM users ORDER BY id DESC LIMIT ${limit}) newest
    WHERE newest.created_at > ${after}`;

/** What operators and the server did, after a moment. */
export const findAuditNews = (sql: Sql, after: Date, limit: number) =>
  sql<{ id: string; at: Date; action: string; username: string | null }[]>`
    SELECT a.id, a.at, a.action, u.username
    FROM audit_log a LEFT JOIN users u ON u.id = a.actor_user_id
    WHERE a.at > ${after} AND a.actor_type IN ('admin', 'system', 'service')
      AND a.action <> 'auth.refresh'
    ORDER BY a.at DESC LIMIT ${limit}`;
