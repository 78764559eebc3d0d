import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from './database.ts';
import { connect } from './database.ts';
import { DatabaseUnavailableError, isUnavailable } from './errors.ts';
import type { TestDatabase } from './testing/test-database.ts';
import { createTestDatabase } from './testing/test-database.ts';
import type { TurnProxy } from './testing/turn-proxy.ts';
import { startTurnProxy } from './testing/turn-proxy.ts';

let test: TestDatabase;
let proxy: TurnProxy;
let db: Database;

beforeAll(async () => {
  test = await createTestDatabase();
  await test.sql`create table steps (id int primary key)`;
});

beforeEach(async () => {
  await test.sql`truncate steps`;
  proxy = await startTurnProxy(test.url);
  db = connect(proxy.url, { max: 2, connectTimeoutMs: 2_000 });
});

afterEach(async () => {
  await db.close();
  await proxy.close();
});

afterAll(() => test?.drop());

async function steps(): Promise<number[]> {
  const rows = await test.sql<{ id: number }[]>`select id from steps order by id`;
  return rows.map((row) => row.id);
}

function write(...ids: number[]): Promise<unknown> {
  return db.write((sql) => ids.map((id) => sql`insert into steps values (${id})`));
}

async function killBackends(): Promise<void> {
  await test.sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and application_name = 'sectorwars'`;
}

describe('a connection that breaks', () => {
  it('never lets the rest of a flush run on another connection', async () => {
    // Unprepared statements are sent one after the other, so the break happens with some still queued.
    proxy.breakAt('insert into steps');
    const error = await write(1, 2, 3).catch((failure: unknown) => failure);
    expect(error).toBeInstanceOf(DatabaseUnavailableError);
    await write(9);
    expect(await steps()).toEqual([9]);
  });

  it('fails the load it broke, keeps nothing, and is replaced', async () => {
    const error = await db
      .command(async (tx) => {
        await tx.load(tx.sql`insert into steps values (1)`);
        await killBackends();
        await tx.load(tx.sql`insert into steps values (2)`);
        await tx.commit();
      })
      .catch((failure: unknown) => failure);
    expect(error).toBeInstanceOf(DatabaseUnavailableError);
    expect((error as DatabaseUnavailableError).outcome).toBe('none');
    await write(9);
    expect(await steps()).toEqual([9]);
  });

  it('leaves the outcome open when it breaks under the commit', async () => {
    await write(1);
    // All prepared now: the flush consists of bind messages, the commit among them.
    proxy.breakAt('B');
    const error = await write(2).catch((failure: unknown) => failure);
    expect(error).toBeInstanceOf(DatabaseUnavailableError);
    expect((error as DatabaseUnavailableError).outcome).toBe('unknown');
    await write(9);
    expect(await steps()).toEqual([1, 9]);
  });

  it('is noticed while idle', async () => {
    await write(1);
    await killBackends();
    await expect
      .poll(() =>
        write(2).then(
          () => 'written',
          () => 'refused',
        ),
      )
      .toBe('written');
    expect(await steps()).toEqual([1, 2]);
  });

  it('breaks plain reads once, not for good', async () => {
    await db.sql`select 1`;
    await killBackends();
    const read = (): Promise<string> =>
      db.sql`select 1`.then(
        () => 'answered',
        (error: unknown) => (isUnavailable(error) ? 'unavailable' : 'other'),
      );
    await expect.poll(read).toBe('answered');
    expect(await Promise.all([read(), read(), read()])).toEqual(['answered', 'answered', 'answered']);
  });
});

describe('many connections that break at once under load', () => {
  it('recover, with every acknowledged write kept and none half done', async () => {
    const crowd = connect(proxy.url, { max: 10, leaseTimeoutMs: 20_000 });
    const acknowledged: number[] = [];
    const pair = async (id: number): Promise<void> => {
      await crowd
        .write((sql) => [sql`insert into steps values (${id})`, sql`insert into steps values (${-id})`])
        .then(() => acknowledged.push(id))
        .catch((error: unknown) => {
          if (!isUnavailable(error)) throw error;
        });
    };
    for (let round = 0; round < 5; round += 1) {
      const work = Promise.all(Array.from({ length: 100 }, (_, index) => pair(1 + round * 100 + index)));
      await killBackends();
      await work;
    }
    await pair(501);
    await crowd.close();
    const kept = await steps();
    expect(acknowledged).toContain(501);
    expect(kept).toEqual(expect.arrayContaining(acknowledged));
    expect(kept.filter((id) => !kept.includes(-id))).toEqual([]);
  });
});

describe('a database that is not there', () => {
  it('is reported as unavailable, by commands and by reads', async () => {
    await proxy.close();
    expect(await write(1).catch((failure: unknown) => failure)).toBeInstanceOf(DatabaseUnavailableError);
    const error = await db.sql`select 1`.catch((failure: unknown) => failure);
    expect(isUnavailable(error)).toBe(true);
  });

  it('is reported once the handle is closed', async () => {
    await write(1);
    await db.close();
    expect(await write(2).catch((failure: unknown) => failure)).toBeInstanceOf(DatabaseUnavailableError);
  });
});
