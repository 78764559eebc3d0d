import type { Database } from '@sw/db';
import type { TestDatabase } from '@sw/test-kit';
import { createGameDatabase } from '@sw/test-kit';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { OutboxEvent } from '../realtime/outbox.ts';
import { insertOutboxRow } from '../realtime/outbox.ts';
import { limitOutbox } from './outbox-limit.ts';

const ORIGIN = '0190a000-0000-7000-8000-000000000001';
let database: TestDatabase;
let db: Database;

beforeAll(async () => {
  database = await createGameDatabase();
  db = database.db;
});
beforeEach(() => database.sql`DELETE FROM event_outbox`);
afterAll(() => database.drop());

const told = (text: string, coalesceKey?: string): OutboxEvent => ({
  channel: 'global',
  type: 'chat.message',
  data: text,
  ...(coalesceKey === undefined ? {} : { coalesceKey }),
});
const keep = async (...rows: readonly OutboxEvent[][]): Promise<void> => {
  for (const events of rows) await db.write((sql) => [insertOutboxRow(sql, ORIGIN, 0, events)]);
};
const waiting = async (): Promise<unknown[]> => {
  const rows = await database.sql<{ events: OutboxEvent[] }[]>`SELECT events FROM event_outbox ORDER BY id`;
  return rows.map(({ events }) => events.map(({ data }) => data));
};

it('leaves an outbox alone that is not full', async () => {
  await keep([told('a')], [told('b', 'k')]);
  expect(await limitOutbox(db, ORIGIN, 0, 2)).toBe(0);
  expect(await waiting()).toEqual([['a'], ['b']]);
});

it('drops the oldest that later ones replace, and tells everybody to look again', async () => {
  await keep([told('a')], [told('b', 'k')], [told('c', 'k'), told('d')], [told('e', 'k')], [told('f')]);
  expect(await limitOutbox(db, ORIGIN, 0, 4)).toBe(2);
  expect(await waiting()).toEqual([['a'], ['c', 'd'], ['f'], [{ rows: 2 }]]);
  expect(await limitOutbox(db, ORIGIN, 0, 4)).toBe(0);
});

it('drops the oldest of all only when nothing else can go', async () => {
  await keep([told('a')], [told('b', 'k')], [told('c')], [told('d')]);
  expect(await limitOutbox(db, ORIGIN, 0, 2)).toBe(3);
  expect(await waiting()).toEqual([['d'], [{ rows: 3 }]]);
});
