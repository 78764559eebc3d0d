import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from './database.ts';
import { connect } from './database.ts';
import { BusyError, isCheckViolation, isUniqueViolation, sqlStateOf } from './errors.ts';
import type { TestDatabase } from './testing/test-database.ts';
import { createTestDatabase } from './testing/test-database.ts';
import type { TurnProxy } from './testing/turn-proxy.ts';
import { startTurnProxy } from './testing/turn-proxy.ts';

interface Purse {
  id: number;
  balance: bigint;
}

let test: TestDatabase;
let proxy: TurnProxy;
let db: Database;

beforeAll(async () => {
  test = await createTestDatabase();
  await test.sql`
    create table purses (
      id int primary key,
      balance bigint not null constraint purses_balance_check check (balance >= 0),
      full_name text
    )`;
  await test.sql`create table journal (id bigint generated always as identity, note text not null unique)`;
  proxy = await startTurnProxy(test.url);
  // One connection for commands and one for reads: what a test warms is what it then measures.
  db = connect(proxy.url, { max: 2, lockTimeoutMs: 200, leaseTimeoutMs: 200 });
});

beforeEach(async () => {
  await test.sql`truncate purses, journal`;
  await test.sql`insert into purses (id, balance) values (1, 100), (2, 100)`;
});

afterAll(async () => {
  await db?.close();
  await proxy?.close();
  await test?.drop();
});

async function pay(amount: bigint, note: string): Promise<Purse[]> {
  return db.command(async (tx) => {
    const [from, to] = await tx.load(
      tx.sql<Purse[]>`select id, balance from purses where id = ${1} for update`,
      tx.sql<Purse[]>`select id, balance from purses where id = ${2} for update`,
    );
    await tx.commit(
      tx.sql`update purses set balance = balance - ${amount} where id = ${1}`,
      tx.sql`update purses set balance = balance + ${amount} where id = ${2}`,
      tx.sql`insert into journal (note) values (${note})`,
    );
    return [...from, ...to];
  });
}

async function balances(): Promise<bigint[]> {
  const rows = await test.sql<Purse[]>`select balance from purses order by id`;
  return rows.map((row) => row.balance);
}

async function notes(): Promise<number> {
  return (await test.sql`select from journal`).length;
}

describe('a command', () => {
  it('takes exactly two turns once its statements are prepared, whatever their size', async () => {
    await pay(1n, 'warm');
    proxy.reset();
    await pay(1n, 'x'.repeat(5_000));
    expect(proxy.turns()).toBe(2);
  });

  it('prepares each statement once per connection', async () => {
    await pay(1n, 'first');
    proxy.reset();
    await pay(1n, 'second');
    expect(proxy.sent()).not.toContain('update purses');
    expect(proxy.sent()).not.toContain('begin');
  });

  it('takes one turn when it loads nothing', async () => {
    const record = (note: string): Promise<unknown> =>
      db.write((sql) => [sql`insert into journal (note) values (${note})`]);
    await record('warm');
    proxy.reset();
    await record('measured');
    expect(proxy.turns()).toBe(1);
    expect(await notes()).toBe(2);
  });

  it('answers each statement in its place, int8 as bigint and columns in camelCase', async () => {
    const [purses, none] = await db.command((tx) =>
      tx.load(
        tx.sql<(Purse & { fullName: string | null })[]>`select * from purses where id = 1`,
        tx.sql<Purse[]>`select * from purses where id = 3`,
      ),
    );
    expect([...purses]).toEqual([{ id: 1, balance: 100n, fullName: null }]);
    expect(none).toHaveLength(0);
  });

  it('keeps everything or nothing', async () => {
    await pay(30n, 'ok');
    expect(await balances()).toEqual([70n, 130n]);
    await expect(pay(71n, 'too much')).rejects.toSatisfy((error) =>
      isCheckViolation(error, 'purses_balance_check'),
    );
    expect(await balances()).toEqual([70n, 130n]);
    expect(await notes()).toBe(1);
  });

  it('reports the statement that failed, not those that were skipped because of it', async () => {
    await pay(1n, 'same');
    const error = await pay(1n, 'same').catch((failure: unknown) => failure);
    expect(isUniqueViolation(error, 'journal_note_key')).toBe(true);
    expect(isUniqueViolation(error, 'another_key')).toBe(false);
  });

  it('keeps nothing when it returns or throws without a commit', async () => {
    const refused = await db.command(async (tx) => {
      await tx.load(tx.sql`update purses set balance = 0`);
      return 'insufficient_credits';
    });
    expect(refused).toBe('insufficient_credits');
    await expect(
      db.command(async (tx) => {
        await tx.load(tx.sql`update purses set balance = 0`);
        throw new Error('bug');
      }),
    ).rejects.toThrow('bug');
    expect(await balances()).toEqual([100n, 100n]);
    await pay(5n, 'the connection is clean again');
    expect(await balances()).toEqual([95n, 105n]);
  });

  it('releases its locks with the refusal', async () => {
    await db.command((tx) => tx.load(tx.sql`select from purses for update`));
    await test.sql`select from purses for update nowait`;
  });

  it('cannot be committed after a statement was refused, even by code that swallowed the refusal', async () => {
    const attempt = db.command(async (tx) => {
      await tx.load(tx.sql`insert into purses values (1, 0)`).catch(() => undefined);
      await tx.commit(tx.sql`update purses set balance = 1`);
    });
    await expect(attempt).rejects.toThrow('has failed');
    expect(await balances()).toEqual([100n, 100n]);
  });

  it('sends nothing after its end', async () => {
    let late: (() => Promise<unknown>) | undefined;
    await db.command(async (tx) => {
      await tx.commit();
      late = () => tx.load(tx.sql`select 1`);
    });
    await expect(late?.()).rejects.toThrow('has ended');
  });

  it('may load again where ids must be discovered first', async () => {
    const total = await db.command(async (tx) => {
      const [ids] = await tx.load(tx.sql<{ id: number }[]>`select id from purses order by id`);
      const [rows] = await tx.load(
        tx.sql<
          Purse[]
        >`select * from purses where id = any(${ids.map((row) => row.id)}) order by id for update`,
      );
      await tx.commit();
      return rows.reduce((sum, row) => sum + row.balance, 0n);
    });
    expect(total).toBe(200n);
  });

  it('sees a plan that a migration made stale as a reason to run again, and writes once', async () => {
    const touch = (note: string): Promise<unknown> =>
      db.write((sql) => [
        sql`update purses set balance = balance + 1 where id = ${1} returning *`,
        sql`insert into journal (note) values (${note})`,
      ]);
    await touch('before');
    await test.sql`alter table purses add column rank int`;
    await touch('after');
    await test.sql`alter table purses drop column rank`;
    expect(await balances()).toEqual([102n, 100n]);
    expect(await notes()).toBe(2);
  });
});

describe('statements outside a command', () => {
  it('may read', async () => {
    const rows = await db.sql<Purse[]>`select balance from purses where id = ${2}`;
    expect(rows[0]?.balance).toBe(100n);
  });

  it('may not write', async () => {
    const error = await db.sql`update purses set balance = 1`.catch((failure: unknown) => failure);
    expect(sqlStateOf(error)).toBe('25006');
    const stray = await db
      .command(async (tx) => {
        await tx.sql`update purses set balance = 1`;
      })
      .catch((failure: unknown) => failure);
    expect(sqlStateOf(stray)).toBe('25006');
    expect(await balances()).toEqual([100n, 100n]);
  });

  it('run in a session of their own where they must', async () => {
    const inside = await db.session(async (sql) => {
      await sql`set application_name = 'migrating'`;
      await sql`update purses set balance = 7 where id = 1`;
      return sql<{ name: string }[]>`select current_setting('application_name') as name`;
    });
    expect(inside[0]?.name).toBe('migrating');
    expect(await balances()).toEqual([7n, 100n]);
  });
});

describe('a snapshot', () => {
  it('sees one moment in all its reads', async () => {
    const seen = await db.snapshot(async (tx) => {
      const [before] = await tx.load(tx.sql<Purse[]>`select balance from purses where id = 1`);
      await test.sql`update purses set balance = 1`;
      const [after] = await tx.load(tx.sql<Purse[]>`select balance from purses where id = 1`);
      return [before[0]?.balance, after[0]?.balance];
    });
    expect(seen).toEqual([100n, 100n]);
  });
});

describe('contention', () => {
  it('waits no longer for a lock than allowed and says so', async () => {
    const holder = await test.sql`select 1`.then(() => connect(test.url, { max: 2 }));
    await holder.command(async (tx) => {
      await tx.load(tx.sql`select from purses where id = 1 for update`);
      const refusal = await pay(1n, 'blocked').catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(BusyError);
      expect((refusal as BusyError).reason).toBe('lock_timeout');
    });
    await holder.close();
    await pay(1n, 'free again');
    expect(await balances()).toEqual([99n, 101n]);
  });

  it('runs the victim of a deadlock again', async () => {
    const repeated: string[] = [];
    const fleet = connect(test.url, { max: 10, onRepeat: (state) => repeated.push(state) });
    const bothHold = gate(2);
    let runs = 0;
    const transfer = (from: number, to: number): Promise<unknown> =>
      fleet.command(async (tx) => {
        runs += 1;
        await tx.load(tx.sql`select from purses where id = ${from} for update`);
        await bothHold();
        await tx.load(tx.sql`select from purses where id = ${to} for update`);
        await tx.commit(tx.sql`update purses set balance = balance - 1 where id = ${from}`);
      });
    await Promise.all([transfer(1, 2), transfer(2, 1)]);
    await fleet.close();
    expect(repeated).toEqual(['40P01']);
    expect(runs).toBe(3);
    expect(await balances()).toEqual([99n, 99n]);
  });

  it('refuses when no connection becomes free in time', async () => {
    const inner = await db
      .command(() => db.command(() => Promise.resolve('never')))
      .catch((error: unknown) => error);
    expect(inner).toBeInstanceOf(BusyError);
    expect((inner as BusyError).reason).toBe('pool_exhausted');
  });

  it('serves many commands over few connections without losing one', async () => {
    const busy = connect(test.url, { max: 5 });
    await Promise.all(
      Array.from({ length: 200 }, () =>
        busy.command(async (tx) => {
          await tx.load(tx.sql`select from purses where id = 1 for update`);
          await tx.commit(tx.sql`update purses set balance = balance + 1 where id = 1`);
        }),
      ),
    );
    expect(busy.stats()).toMatchObject({ inUse: 0, waiting: 0 });
    await busy.close();
    expect(await balances()).toEqual([300n, 100n]);
  });
});

/** Resolves for everybody once `count` have arrived; later arrivals pass at once. */
function gate(count: number): () => Promise<void> {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  let arrived = 0;
  return () => {
    arrived += 1;
    if (arrived >= count) open();
    return opened;
  };
}
