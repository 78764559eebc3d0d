import type { TestDatabase } from '@sw/test-kit';
import { createTestDatabase } from '@sw/test-kit';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { bulkInsert } from './bulk-insert.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await database.sql`CREATE TABLE things (id int PRIMARY KEY, name text, is_big bool, weight bigint, at timestamptz)`;
});
beforeEach(() => database.sql`TRUNCATE things`);
afterAll(() => database.drop());

const insert = (rows: readonly (readonly [number, string | null, boolean | null, number | null])[]) =>
  database.db.write((sql) => [
    bulkInsert(sql, 'things', {
      id: ['int4', rows.map(([id]) => id)],
      name: ['text', rows.map(([, name]) => name)],
      is_big: ['bool', rows.map(([, , isBig]) => isBig)],
      weight: ['int8', rows.map(([, , , weight]) => weight)],
      at: ['timestamptz', rows.map(() => '2102-01-01T00:00:00.000Z')],
    }),
  ]);
const things = async () =>
  (
    await database.sql<{ id: number; name: string | null; isBig: boolean; weight: bigint | null }[]>`
    SELECT id, name, is_big, weight FROM things ORDER BY id`
  ).map((row) => [row.id, row.name, row.isBig, row.weight]);

it.each([
  ['true first', [true, false, true]],
  ['with what is not known', [true, null, false]],
  ['false first', [false, true, true]],
])('keeps every boolean as it was, %s', async (_case, flags) => {
  await insert(flags.map((flag, index) => [index, 'x', flag, 1]));
  expect((await things()).map(([, , isBig]) => isBig)).toEqual(flags);
});

it('keeps nulls and texts with every sign in them', async () => {
  const names = [null, '', 'null', '{a,b}', '"quoted\\"', 'comma, brace } and \\ slash', 'ünï 星'];
  await insert(names.map((name, index) => [index, name, true, index === 0 ? null : index]));
  expect((await things()).map(([, name]) => name)).toEqual(names);
  expect((await things()).map(([, , , weight]) => weight)).toEqual([null, 1n, 2n, 3n, 4n, 5n, 6n]);
});

it('inserts nothing for no rows, and thousands in one statement', async () => {
  await insert([]);
  expect(await things()).toEqual([]);
  await insert(Array.from({ length: 5_000 }, (_, id) => [id, `thing ${id}`, id % 2 === 0, id]));
  expect(await things()).toHaveLength(5_000);
});
