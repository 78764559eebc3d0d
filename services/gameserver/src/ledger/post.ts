import type { AnyStatement, Sql } from '@sw/db';
import type { AccountId, LedgerTransfer } from '@sw/rules';
import { compareAccounts, isHotAccount } from '@sw/rules';

/** Whose trail a movement belongs to. */
export interface LedgerTrail {
  readonly nowMs: number;
  readonly playerId: string | null;
  readonly regionId: string | null;
  readonly refType: string | null;
  readonly refId: string | null;
}

/** Locks the balance rows of ordinary accounts in the one order; MINT, BURN and treasuries have none. */
export const lockBalances = (sql: Sql, accounts: readonly AccountId[]) =>
  sql<{ id: AccountId; balance: bigint }[]>`
    SELECT id, balance FROM ledger_accounts WHERE id = ANY(${[...new Set(accounts)]}) ORDER BY id FOR UPDATE`;

/** The balances a command has locked. */
export type LockedBalances = ReadonlyMap<AccountId, bigint>;

/** The answer of `lockBalances` as a map. */
export const balancesOf = (rows: readonly { id: AccountId; balance: bigint }[]): LockedBalances =>
  new Map(rows.map(({ id, balance }) => [id, balance]));

/** Opens ordinary accounts with nothing in them; an account that exists stays as it is. */
export const openAccounts = (sql: Sql, accounts: readonly AccountId[]): AnyStatement =>
  sql`INSERT INTO ledger_accounts (id) SELECT unnest(${[...accounts]}::text[]) ON CONFLICT DO NOTHING`;

/**
 * The only statements that change a balance: one row in the ledger for every transfer and one net change
 * for every ordinary account. Every ordinary account must have been locked (or be opened by the same
 * command and named in `locked` with 0). The database refuses a balance below 0 or above 9·10^15.
 */
export const postTransfers = (
  sql: Sql,
  transfers: readonly LedgerTransfer[],
  locked: LockedBalances,
  trail: LedgerTrail,
): readonly AnyStatement[] => {
  if (transfers.length === 0) return [];
  const deltas = netChanges(transfers);
  const accounts = [...deltas.keys()].sort(compareAccounts);
  const unlocked = accounts.find((account) => !locked.has(account));
  if (unlocked !== undefined) throw new Error(`ledger account ${unlocked} was not locked`);
  const amounts = accounts.map((account) => String(deltas.get(account) ?? 0n));
  const update = sql`
    UPDATE ledger_accounts a SET balance = a.balance + d.delta
    FROM unnest(${accounts}::text[], ${amounts}::bigint[]) AS d (id, delta) WHERE a.id = d.id`;
  const insert = sql`
    INSERT INTO credit_ledger (at, from_account, to_account, amount, reason, ref_type, ref_id, player_id, region_id)
    SELECT ${new Date(trail.nowMs)}, t.f, t.t, t.a, t.r,
           ${trail.refType}::text, ${trail.refId}::text, ${trail.playerId}::uuid, ${trail.regionId}::uuid
    FROM unnest(${transfers.map((x) => x.from)}::text[], ${transfers.map((x) => x.to)}::text[],
                ${transfers.map((x) => String(x.amount))}::bigint[], ${transfers.map((x) => x.reason)}::text[])
         AS t (f, t, a, r)`;
  return accounts.length === 0 ? [insert] : [update, insert];
};

/** What every ordinary account gains or loses by the transfers. */
const netChanges = (transfers: readonly LedgerTransfer[]): Map<AccountId, bigint> => {
  const deltas = new Map<AccountId, bigint>();
  const add = (account: AccountId, amount: bigint): void => {
    if (!isHotAccount(account)) deltas.set(account, (deltas.get(account) ?? 0n) + amount);
  };
  for (const { from, to, amount } of transfers) {
    add(from, -amount);
    add(to, amount);
  }
  return deltas;
};
