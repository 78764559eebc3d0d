import { randomUUID } from 'node:crypto';
import type { FixedClock, TestDatabase } from '@sw/test-kit';
import { createGameDatabase, fixedClock } from '@sw/test-kit';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { OutboxReader } from './outbox-reader.ts';
import { createOutboxReader } from './outbox-reader.ts';

const ME = randomUUID();
const OTHER = randomUUID();

let database: TestDatabase;
let clock: FixedClock;
let reader: OutboxReader;

beforeAll(async () => {
  database = await createGameDatabase({ connect: { max: 10 } });
});
beforeEach(async () => {
  await database.sql`TRUNCATE event_outbox`;
  clock = fixedClock();
  reader = createOutboxReader({ db: database.db, processId: ME, clock });
});
afterAll(() => database.drop());

const write = (label: string, origin = OTHER): Promise<unknown> =>
  database.sql`INSERT INTO event_outbox (origin, created_at, events)
               VALUES (${origin}, ${new Date(clock())}, ${database.sql.json([{ channel: 'global', type: 'x', data: label }] as never)})`;

const read = async (): Promise<unknown[]> =>
  (await reader.read()).rows.flatMap(({ events }) => events.map((event) => event.data));

/** Writes a row whose transaction stays open until `commit` is called. */
const writeLate = async (label: string): Promise<{ commit(): Promise<void> }> => {
  let finish: () => void = () => {};
  const held = new Promise<void>((resolve) => {
    finish = resolve;
  });
  let done: Promise<unknown> = Promise.resolve();
  await new Promise<void>((written) => {
    done = database.db.command(async (tx) => {
      await tx.load(tx.sql`INSERT INTO event_outbox (origin, created_at, events)
        VALUES (${OTHER}, ${new Date(clock())}, ${tx.sql.json([{ channel: 'global', type: 'x', data: label }] as never)})`);
      written();
      await held;
      await tx.commit();
    });
  });
  return {
    commit: async () => {
      finish();
      await done;
    },
  };
};

it('reads what others wrote since it began, once and in order', async () => {
  await write('before');
  await reader.begin();
  await write('one');
  await write('two');
  expect(await read()).toEqual(['one', 'two']);
  expect(await read()).toEqual([]);
  await write('three');
  expect(await read()).toEqual(['three']);
});

it('passes over what this process wrote', async () => {
  await reader.begin();
  await write('mine', ME);
  await write('theirs');
  expect(await read()).toEqual(['theirs']);
});

it('finds a row that commits after rows with greater numbers', async () => {
  await reader.begin();
  const late = await writeLate('late');
  await write('early');
  expect(await read()).toEqual(['early']);
  expect(await read()).toEqual([]);
  await late.commit();
  expect(await read()).toEqual(['late']);
  expect(await read()).toEqual([]);
});

it('finds a row that was under way when it began', async () => {
  await write('long before');
  const late = await writeLate('late');
  await write('before');
  await reader.begin();
  await late.commit();
  expect(await read()).toEqual(['late']);
});

it('looks for a missing number no longer than a row lives', async () => {
  await reader.begin();
  const late = await writeLate('too late');
  await write('early');
  expect(await read()).toEqual(['early']);
  clock.advance(60_001);
  await read();
  await late.commit();
  expect(await read()).toEqual([]);
});

it('survives numbers that were never used', async () => {
  await reader.begin();
  await write('one');
  await database.db.command((tx) =>
    tx.load(tx.sql`INSERT INTO event_outbox (origin, created_at, events) VALUES (${OTHER}, now(), '[]')`),
  );
  await database.sql`SELECT setval(pg_get_serial_sequence('event_outbox', 'id'), 5000000)`;
  await write('far ahead');
  expect(await read()).toEqual(['one', 'far ahead']);
  await write('after');
  expect(await read()).toEqual(['after']);
});

it('takes a backlog in several rounds', async () => {
  await reader.begin();
  await database.sql`INSERT INTO event_outbox (origin, created_at, events)
    SELECT ${OTHER}, ${new Date(clock())}, '[{"channel":"global","type":"x","data":1}]' FROM generate_series(1, 700)`;
  const first = await reader.read();
  const second = await reader.read();
  expect([first.rows.length, first.isFull, second.rows.length, second.isFull]).toEqual([
    500,
    true,
    200,
    false,
  ]);
});

it('says when rows may have been deleted unread, but not after a rest with nobody about', async () => {
  await reader.begin();
  clock.advance(60_001);
  expect((await reader.read()).isIncomplete).toBe(true);
  expect((await reader.read()).isIncomplete).toBe(false);
  clock.advance(120_000);
  reader.rest();
  expect((await reader.read()).isIncomplete).toBe(false);
});
