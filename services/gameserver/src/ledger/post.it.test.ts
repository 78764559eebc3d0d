import type { LedgerTransfer } from '@sw/rules';
import { walletOf } from '@sw/rules';
import type { TestDatabase } from '@sw/test-kit';
import { createGameDatabase } from '@sw/test-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { auditLedger } from './audit.ts';
import { balancesOf, lockBalances, openAccounts, postTransfers } from './post.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createGameDatabase({ connect: { max: 10 } });
});
afterAll(() => database.drop());

const trail = { nowMs: Date.UTC(2102, 0, 1), playerId: null, regionId: null, refType: null, refId: null };
let ada: ReturnType<typeof walletOf>;
let bob: ReturnType<typeof walletOf>;
beforeEach(async () => {
  ada = walletOf(crypto.randomUUID());
  bob = walletOf(crypto.randomUUID());
  await database.db.write((sql) => [openAccounts(sql, [ada, bob])]);
  await post([{ from: 'MINT', to: ada, amount: 100n, reason: 'first_login_grant' }]);
});

const post = (transfers: readonly LedgerTransfer[]) =>
  database.db.command(async (tx) => {
    const [rows] = await tx.load(lockBalances(tx.sql, [ada, bob]));
    await tx.commit(...postTransfers(tx.sql, transfers, balancesOf(rows), trail));
  });
const balances = async (): Promise<bigint[]> => {
  const rows = await database.sql<{ id: string; balance: bigint }[]>`SELECT id, balance FROM ledger_accounts`;
  return [ada, bob].map((account) => rows.find(({ id }) => id === account)?.balance ?? -1n);
};
const rows = async (): Promise<number> =>
  (await database.sql`SELECT 1 FROM credit_ledger WHERE ${ada} IN (from_account, to_account)`).length;

describe('a transfer', () => {
  it('takes from one and gives to another, and is written down', async () => {
    await post([{ from: ada, to: bob, amount: 30n, reason: 'trade_buy' }]);
    expect(await balances()).toEqual([70n, 30n]);
    expect(await rows()).toBe(2);
  });

  it('with others of the same command changes every balance once, by what is left', async () => {
    await post([
      { from: ada, to: bob, amount: 90n, reason: 'trade_buy' },
      { from: bob, to: ada, amount: 60n, reason: 'trade_sell' },
      { from: bob, to: 'BURN', amount: 5n, reason: 'mooring' },
    ]);
    expect(await balances()).toEqual([70n, 25n]);
    expect(await rows()).toBe(3);
  });

  it('of more than there is changes nothing', async () => {
    await expect(post([{ from: ada, to: bob, amount: 101n, reason: 'trade_buy' }])).rejects.toThrow(
      'ledger_accounts_not_negative',
    );
    expect(await balances()).toEqual([100n, 0n]);
    expect(await rows()).toBe(1);
  });

  it('beyond what an account may hold changes nothing', async () => {
    await expect(
      post([{ from: 'MINT', to: bob, amount: 9_000_000_000_000_001n, reason: 'first_login_grant' }]),
    ).rejects.toThrow('ledger_accounts_bounded');
    await post([{ from: 'MINT', to: bob, amount: 9_000_000_000_000_000n, reason: 'first_login_grant' }]);
    expect((await balances())[1]).toBe(9_000_000_000_000_000n);
    await post([{ from: bob, to: 'BURN', amount: 9_000_000_000_000_000n, reason: 'mooring' }]);
  });

  it('with an account that was not locked is a defect, found before anything is sent', () => {
    const stranger = walletOf(crypto.randomUUID());
    expect(() =>
      postTransfers(
        database.sql,
        [{ from: ada, to: stranger, amount: 1n, reason: 'trade_buy' }],
        new Map([[ada, 100n]]),
        trail,
      ),
    ).toThrow(`${stranger} was not locked`);
  });

  it('of nothing sends nothing', () => {
    expect(postTransfers(database.sql, [], new Map(), trail)).toEqual([]);
  });

  it('to and fro at the same time never deadlocks and loses nothing', async () => {
    await post([{ from: 'MINT', to: bob, amount: 100n, reason: 'first_login_grant' }]);
    await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        post([
          index % 2 === 0
            ? { from: ada, to: bob, amount: 1n, reason: 'trade_buy' }
            : { from: bob, to: ada, amount: 1n, reason: 'trade_buy' },
        ]),
      ),
    );
    expect(await balances()).toEqual([100n, 100n]);
  });
});

it('all books balance', async () => {
  expect(await auditLedger(database.db, trail.nowMs)).toMatchObject({ ok: true, mismatches: 0 });
});

it('written rows cannot be changed or removed', async () => {
  await expect(database.sql`UPDATE credit_ledger SET amount = 1`).rejects.toThrow('append-only');
  await expect(database.sql`DELETE FROM credit_ledger`).rejects.toThrow('append-only');
});
