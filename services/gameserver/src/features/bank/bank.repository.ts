import type { Sql } from '@sw/db';

/** The last movements of the bank account of a player, newest first. */
export const findBankEntries = (sql: Sql, playerId: string, limit: number) => sql<
  { id: bigint; at: Date; amount: bigint; reason: string; isIncoming: boolean }[]
>`
  SELECT id, at, amount, reason, is_incoming FROM (
    (SELECT id, at, amount, reason, true AS is_incoming FROM credit_ledger
     WHERE to_account LIKE 'bank:%' AND to_account = ${`bank:${playerId}`} ORDER BY id DESC LIMIT ${limit})
    UNION ALL
    (SELECT id, at, amount, reason, false FROM credit_ledger
     WHERE from_account LIKE 'bank:%' AND from_account = ${`bank:${playerId}`} ORDER BY id DESC LIMIT ${limit})
  ) AS entries ORDER BY id DESC LIMIT ${limit}`;

export const findBankBalance = (sql: Sql, playerId: string) => sql<{ balance: bigint }[]>`
  SELECT balance FROM ledger_accounts WHERE id = ${`bank:${playerId}`}`;
