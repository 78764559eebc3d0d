import type { Sql, Tx } from '@sw/db';
import type { AccountId, LedgerReason } from '@sw/rules';
import { BURN, MINT, regionAccount, walletOf } from '@sw/rules';
import type { TestDatabase } from '@sw/test-kit';
import { createGameDatabase, TEST_EPOCH_MS } from '@sw/test-kit';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { assertRebased } from './assert-rebased.ts';
import { auditLedger, resumeEconomy } from './audit.ts';
import { foldLedger } from './fold.ts';
import { balancesOf, lockBalances, openAccounts, postTransfers } from './post.ts';

const NOW = TEST_EPOCH_MS;
const TRAIL = { nowMs: NOW, playerId: null, regionId: null, refType: null, refId: null };
const ANN = walletOf('00000000-0000-7000-8000-00000000000a');
const BEN = walletOf('00000000-0000-7000-8000-00000000000b');
const TREASURY = regionAccount('00000000-0000-7000-8000-0000000000f0');

let database: TestDatabase;
beforeEach(async () => {
  database = await createGameDatabase();
  await database.db.write((sql) => [openAccounts(sql, [ANN, BEN])]);
});
afterEach(() => database.drop());

interface Transfer {
  readonly from: AccountId;
  readonly to: AccountId;
  readonly amount: bigint;
  readonly reason?: LedgerReason;
}

const post = async (tx: Pick<Tx, 'sql' | 'load'>, transfers: readonly Transfer[]) => {
  const ordinary = transfers
    .flatMap(({ from, to }) => [from, to])
    .filter((account) => account.startsWith('wallet:'));
  const [rows] = await tx.load(lockBalances(tx.sql, ordinary));
  const named = transfers.map((transfer) => ({ reason: 'trade_sell' as const, ...transfer }));
  return postTransfers(tx.sql, named, balancesOf(rows), TRAIL);
};

const transfer = (...transfers: readonly Transfer[]) =>
  database.db.command(async (tx) => {
    await tx.commit(...(await post(tx, transfers)));
  });

const checkpoints = async () =>
  Object.fromEntries(
    (
      await database.sql<{ account: string; balance: string }[]>`
      SELECT account, balance::text FROM ledger_checkpoints`
    ).map(({ account, balance }) => [account, balance]),
  );

const someTrade = () =>
  transfer(
    { from: MINT, to: ANN, amount: 1000n },
    { from: ANN, to: BEN, amount: 300n },
    { from: BEN, to: BURN, amount: 50n },
    { from: ANN, to: TREASURY, amount: 20n },
  );

/** Undoes a guard of the schema to stand for a defect or a hand in the database. */
const tamper = (work: (sql: Sql) => Promise<unknown>) =>
  database.db.session(async (sql) => {
    await sql`SET session_replication_role = replica`;
    await work(sql);
  });

/** Transaction ids belong to the whole server: other tests may hold the horizon back for a moment. */
const foldUntil = (expected: Readonly<Record<string, string>>) =>
  vi.waitFor(
    async () => {
      await foldLedger(database.db);
      expect(await checkpoints()).toMatchObject(expected);
    },
    { timeout: 20_000, interval: 50 },
  );

describe('foldLedger', () => {
  it('counts every row once, however often it runs', async () => {
    await someTrade();
    await database.sql`INSERT INTO ledger_checkpoints (account) VALUES (${TREASURY})`;
    await foldUntil({ MINT: '-1000', BURN: '50', [TREASURY]: '20' });
    await someTrade();
    await foldUntil({ MINT: '-2000', BURN: '100', [TREASURY]: '40' });
    await Promise.all([foldLedger(database.db), foldLedger(database.db), foldLedger(database.db)]);
    expect(await checkpoints()).toEqual({ MINT: '-2000', BURN: '100', [TREASURY]: '40' });
  });

  it('waits for a transaction that began earlier and commits later', async () => {
    let commitLate: () => void = () => undefined;
    const late = new Promise<void>((resolve) => {
      commitLate = resolve;
    });
    let hasWritten: () => void = () => undefined;
    const written = new Promise<void>((resolve) => {
      hasWritten = resolve;
    });
    const slow = database.db.command(async (tx) => {
      await tx.load(...(await post(tx, [{ from: MINT, to: ANN, amount: 7n }])));
      hasWritten();
      await late;
      await tx.commit();
    });
    await written;
    await transfer({ from: MINT, to: BEN, amount: 100n });
    await foldLedger(database.db);
    expect((await checkpoints())['MINT']).toBe('0');
    commitLate();
    await slow;
    await foldUntil({ MINT: '-107' });
    expect(await auditLedger(database.db, NOW)).toMatchObject({ ok: true });
  });
});

describe('assertRebased', () => {
  it('lets nobody serve a ledger whose transaction ids belong to another server', async () => {
    await foldLedger(database.db);
    await expect(assertRebased(database.db)).resolves.toBeUndefined();
    await database.sql`UPDATE ledger_checkpoints SET up_to = '99999999999'`;
    await expect(assertRebased(database.db)).rejects.toThrow('comes from another PostgreSQL server');
  });
});

describe('auditLedger', () => {
  it('finds nothing wrong before, between and after folds', async () => {
    expect(await auditLedger(database.db, NOW)).toMatchObject({ ok: true, rows: 0n, sumOfAccounts: '0' });
    await someTrade();
    expect(await auditLedger(database.db, NOW)).toMatchObject({ ok: true, rows: 4n, accounts: 5 });
    await foldUntil({ MINT: '-1000' });
    await someTrade();
    expect(await auditLedger(database.db, NOW)).toMatchObject({
      ok: true,
      rows: 8n,
      sumOfAccounts: '0',
      mismatches: 0,
      negativeAccounts: 0,
      findings: [],
    });
    const kept = await database.sql`SELECT ok, rows FROM ledger_audits ORDER BY id`;
    expect(kept).toEqual([0n, 4n, 8n].map((rows) => ({ ok: true, rows })));
    expect(await database.sql`SELECT 1 FROM server_flags`).toHaveLength(0);
  });

  it('finds a balance that was changed by hand, halts trading and lets an operator resume', async () => {
    await someTrade();
    await database.sql`UPDATE ledger_accounts SET balance = balance + 5 WHERE id = ${ANN}`;
    const audit = await auditLedger(database.db, NOW);
    expect(audit).toMatchObject({ ok: false, mismatches: 1, sumOfAccounts: '5' });
    expect(audit.findings).toEqual([{ kind: 'balance', subject: ANN, expected: '680', actual: '685' }]);
    expect(await database.sql`SELECT name, value FROM server_flags`).toEqual([
      { name: 'economy.read_only', value: true },
    ]);
    await database.sql`UPDATE ledger_accounts SET balance = balance - 5 WHERE id = ${ANN}`;
    expect(await auditLedger(database.db, NOW)).toMatchObject({ ok: true });
    expect(await database.sql`SELECT 1 FROM server_flags`).toHaveLength(1);
    expect(await resumeEconomy(database.db)).toBe(true);
    expect(await resumeEconomy(database.db)).toBe(false);
  });

  it('finds a checkpoint that counted wrong', async () => {
    await someTrade();
    await foldUntil({ BURN: '50' });
    await database.sql`UPDATE ledger_checkpoints SET balance = balance + 1 WHERE account = ${BURN}`;
    const { findings, sumOfAccounts } = await auditLedger(database.db, NOW);
    expect(findings).toEqual([{ kind: 'balance', subject: BURN, expected: '50', actual: '51' }]);
    expect(sumOfAccounts).toBe('1');
  });

  it('finds a row that is missing from the ledger', async () => {
    await someTrade();
    await tamper((sql) => sql`DELETE FROM credit_ledger WHERE from_account = ${ANN} AND to_account = ${BEN}`);
    const { ok, findings } = await auditLedger(database.db, NOW);
    expect(ok).toBe(false);
    expect(findings.map(({ subject }) => subject)).toEqual([ANN, BEN]);
  });

  it('finds a treasury that spent more than it had', async () => {
    await tamper(
      (sql) => sql`
        INSERT INTO credit_ledger (at, from_account, to_account, amount, reason)
        VALUES (${new Date(NOW)}, ${TREASURY}, ${BURN}, 9, 'public_work')`,
    );
    expect(await auditLedger(database.db, NOW)).toMatchObject({
      ok: false,
      negativeAccounts: 1,
      mismatches: 0,
    });
  });

  it('finds turns that do not follow their ledger', async () => {
    const [player, other] = ['00000000-0000-7000-8000-00000000000a', '00000000-0000-7000-8000-00000000000b'];
    for (const [id, turns] of [
      [player, 990],
      [other, 999],
    ] as const) {
      await database.sql`INSERT INTO users (id, username, created_at) VALUES (${id}, ${id}, now())`;
      await database.sql`
        INSERT INTO players (id, user_id, turns, turns_anchor_ms, last_active_at, created_at)
        VALUES (${id}, ${id}, ${turns}, 0, now(), now())`;
    }
    const spend = (spent: number, balance: number) => database.sql`
      INSERT INTO turn_ledger (player_id, at, regen_added, spent, granted, balance_after, reason)
      VALUES (${player}, now(), 0, ${spent}, 0, ${balance}, 'move')`;
    await spend(3, 997);
    await spend(6, 990);
    const { findings, mismatches } = await auditLedger(database.db, NOW);
    expect(mismatches).toBe(2);
    expect(findings).toEqual([
      { kind: 'turn_chain', subject: expect.stringContaining(player), expected: '991', actual: '990' },
      { kind: 'turns', subject: other, expected: '1000', actual: '999' },
    ]);
  });

  it('finds a hold that is not what it carries', async () => {
    const ship = '00000000-0000-7000-8000-0000000000aa';
    await tamper(async (sql) => {
      await sql`
        INSERT INTO ships (id, region_id, registration, type, name, owner_id, sector_id, status, hull, shields,
                           shields_at, condition_at, cargo_capacity, cargo_used, purchase_value, created_at)
        VALUES (${ship}, ${ship}, 'T-1', 'light_freighter', 'Plain Sailing', ${ship}, 1, 'in_space', 1, 0,
                now(), now(), 50, 12, 0, now())`;
      await sql`INSERT INTO ship_cargo (ship_id, commodity, quantity) VALUES (${ship}, 'ore', 5), (${ship}, 'fuel', 6)`;
    });
    expect((await auditLedger(database.db, NOW)).findings).toEqual([
      { kind: 'hold', subject: ship, expected: '11', actual: '12' },
    ]);
  });
});
