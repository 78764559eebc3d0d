import type { Sql } from '@sw/db';
import type { AccountId } from '@sw/rules';
import { bankOf, walletOf } from '@sw/rules';

/** A page of the turn ledger, newest first. */
export const findTurnEntries = (sql: Sql, playerId: string, beforeId: string | null, limit: number) => sql<
  {
    id: bigint;
    at: Date;
    regenAdded: number;
    spent: number;
    granted: number;
    balanceAfter: number;
    reason: string;
    refId: string | null;
  }[]
>`SELECT id, at, regen_added, spent, granted, balance_after, reason, ref_id FROM turn_ledger
  WHERE player_id = ${playerId} AND (${beforeId}::bigint IS NULL OR id < ${beforeId}::bigint)
  ORDER BY id DESC LIMIT ${limit}`;

/** Which movements are asked for; null = all. */
export interface CreditFilter {
  readonly reasons: readonly string[] | null;
  readonly accounts: readonly AccountId[];
  readonly since: string | null;
  readonly until: string | null;
}

/** A page of the movements of wallet and bank of a player, newest first. */
export const findCreditEntries = (
  sql: Sql,
  playerId: string,
  { reasons, accounts, since, until }: CreditFilter,
  beforeId: string | null,
  limit: number,
) => sql<
  {
    id: bigint;
    at: Date;
    amount: bigint;
    reason: string;
    /** What it does to wallet and bank: 1 adds, -1 takes, 0 neither. */
    walletSign: number;
    bankSign: number;
    refType: string | null;
    refId: string | null;
  }[]
>`SELECT id, at, amount, reason, ref_type, ref_id,
         (to_account = ${walletOf(playerId)})::int - (from_account = ${walletOf(playerId)})::int AS wallet_sign,
         (to_account = ${bankOf(playerId)})::int - (from_account = ${bankOf(playerId)})::int AS bank_sign
  FROM credit_ledger
  WHERE player_id = ${playerId} AND (${beforeId}::bigint IS NULL OR id < ${beforeId}::bigint)
    AND (from_account = ANY(${accounts}) OR to_account = ANY(${accounts}))
    AND (${reasons}::text[] IS NULL OR reason = ANY(${reasons}::text[]))
    AND (${since}::timestamptz IS NULL OR at >= ${since}::timestamptz)
    AND (${until}::timestamptz IS NULL OR at < ${until}::timestamptz)
  ORDER BY id DESC LIMIT ${limit}`;
