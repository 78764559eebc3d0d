import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TestDatabase } from '../testing/test-database.ts';
import { createTestDatabase } from '../testing/test-database.ts';
import { migrate } from './migrate.ts';

const USERS = '20260101000000-create-users';
const SHIPS = '20260102000000-create-ships';
const INDEX = '20260103000000-index-ships';

let test: TestDatabase;
let folder: string;

beforeEach(async () => {
  test = await createTestDatabase();
  folder = mkdtempSync(join(tmpdir(), 'sectorwars-migrations-'));
  put(USERS, 'create table users (id int);\ninsert into users values (1);\n');
});

afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  await test.drop();
});

function put(name: string, text: string): void {
  writeFileSync(join(folder, `${name}.sql`), text);
}

async function landed(): Promise<string[]> {
  const rows = await test.sql<{ name: string }[]>`select name from schema_migrations order by name`;
  return rows.map(({ name }) => name);
}

describe('migrate', () => {
  it('applies what is new, in order, and remembers it', async () => {
    const told: string[] = [];
    expect(await migrate(test.db, folder)).toEqual([USERS]);
    put(SHIPS, 'create table ships (owner int); insert into ships select id from users;');
    expect(await migrate(test.db, folder, { onApply: (name) => told.push(name) })).toEqual([SHIPS]);
    expect(told).toEqual([SHIPS]);
    expect(await migrate(test.db, folder)).toEqual([]);
    expect(await landed()).toEqual([USERS, SHIPS]);
    expect(await test.sql`select owner from ships`).toHaveLength(1);
  });

  it('keeps a list of its own for a service with a schema of its own', async () => {
    await migrate(test.db, folder);
    const other = mkdtempSync(join(tmpdir(), 'sectorwars-migrations-'));
    writeFileSync(join(other, '20250101000000-create-hosts.sql'), 'create table rm.hosts (id int);');
    expect(await migrate(test.db, other, { schema: 'rm' })).toEqual(['20250101000000-create-hosts']);
    expect(await migrate(test.db, other, { schema: 'rm' })).toEqual([]);
    expect(await landed()).toEqual([USERS]);
    rmSync(other, { recursive: true });
  });

  it('lets one of many starting processes do it', async () => {
    const applied = await Promise.all(Array.from({ length: 4 }, () => migrate(test.db, folder)));
    expect(applied.flat()).toEqual([USERS]);
    expect(await test.sql`select id from users`).toHaveLength(1);
  });

  it('leaves nothing of a migration that fails, and can go on once it is mended', async () => {
    put(SHIPS, 'create table ships (id int);\nselect nonsense;\n');
    await expect(migrate(test.db, folder)).rejects.toThrow(
      `Migration ${SHIPS} failed and was not applied: column "nonsense" does not exist.`,
    );
    expect(await landed()).toEqual([USERS]);
    put(SHIPS, 'create table ships (id int);\n');
    expect(await migrate(test.db, folder)).toEqual([SHIPS]);
  });

  it('refuses when a landed migration was edited', async () => {
    await migrate(test.db, folder);
    put(USERS, 'create table users (id bigint);\n');
    await expect(migrate(test.db, folder)).rejects.toThrow(`Migration ${USERS} was edited`);
  });

  it('runs one outside a transaction when its first line says so', async () => {
    put(SHIPS, 'create table ships (id int);');
    put(INDEX, '-- no-transaction\ncreate index concurrently if not exists ships_id on ships (id);\n');
    expect(await migrate(test.db, folder)).toEqual([USERS, SHIPS, INDEX]);
  });
});

describe('createTestDatabase', () => {
  it('clones a database of its own from the migrated template', async () => {
    const [one, two] = await Promise.all([
      createTestDatabase({ migrations: folder }),
      createTestDatabase({ migrations: folder }),
    ]);
    await one.sql`insert into users values (2)`;
    expect(await one.db.sql`select id from users`).toHaveLength(2);
    expect(await two.db.sql`select id from users`).toHaveLength(1);
    await Promise.all([one.drop(), two.drop()]);
  });
});
