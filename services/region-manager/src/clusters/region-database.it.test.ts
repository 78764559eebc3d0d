import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, sqlStateOf } from '@sw/db';
import type { TestDatabase } from '@sw/test-kit';
import { createTestDatabase, findBinary } from '@sw/test-kit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databaseOf, roleOf } from '../names.ts';
import { dumpDatabase } from '../operations/dump.ts';
import type { RegionDatabases } from './region-database.ts';
import { createRegionDatabases } from './region-database.ts';

/* On a real server, as a role that may make databases and roles and is no superuser. */

const tag = randomBytes(4).toString('hex');
const one = `one-${tag}`;
const other = `other-${tag}`;
const manager = `manager_${tag}`;
let test: TestDatabase;
let databases: RegionDatabases;

beforeAll(async () => {
  test = await createTestDatabase();
  await test.sql.unsafe(`CREATE ROLE ${manager} LOGIN NOSUPERUSER CREATEDB CREATEROLE PASSWORD 'm4nager'`);
  const { hostname, port } = new URL(test.url);
  databases = createRegionDatabases({
    host: hostname,
    port: Number(port),
    user: manager,
    password: 'm4nager',
  });
});

afterAll(async () => {
  for (const name of [one, other]) {
    await databases.dropDatabase(name);
    await databases.dropRole(name);
  }
  await test.sql.unsafe(`DROP ROLE ${manager}`);
  await test.drop();
});

const sqlStateOfConnecting = async (url: string): Promise<string> => {
  const db = connect(url, { max: 2 });
  try {
    await db.sql`select 1`;
    return 'connected';
  } catch (error) {
    return sqlStateOf(error) ?? 'unknown';
  } finally {
    await db.close();
  }
};

describe('the database of a region', () => {
  it('is made once, however often it is asked for, and belongs to a role that may do nothing else', async () => {
    for (const name of [one, one, other]) {
      await databases.ensureRole(name, `pass-${name}`);
      await databases.ensureDatabase(name);
    }
    const [role] = await test.sql`
      select rolsuper, rolcreatedb, rolcreaterole, rolconnlimit, rolcanlogin from pg_roles where rolname = ${roleOf(one)}`;
    expect(role).toEqual({
      ...{ rolsuper: false, rolcreatedb: false, rolcreaterole: false, rolconnlimit: 30, rolcanlogin: true },
    });
    const [database] = await test.sql<{ owner: string }[]>`
      select pg_get_userbyid(datdba) as owner from pg_database where datname = ${databaseOf(one)}`;
    expect(database?.owner).toBe(roleOf(one));
  });

  it('lets its own server in, which may make tables, and nobody else’s', async () => {
    const db = connect(databases.urlOf(one, `pass-${one}`), { max: 2 });
    await db.write((sql) => [
      sql`create extension if not exists citext`,
      sql`create table things (name citext)`,
    ]);
    await db.close();
    const foreign = new URL(databases.urlOf(other, `pass-${other}`));
    foreign.pathname = `/${databaseOf(one)}`;
    expect(await sqlStateOfConnecting(foreign.href)).toBe('42501');
    expect(await sqlStateOfConnecting(databases.urlOf(one, 'guess'))).toBe('28P01');
  });

  it('counts whoever is held there, also on the way out', async () => {
    const password = `pass-${one}`;
    expect(await databases.countPlayersHeld(one, password)).toBe(0);
    const db = connect(databases.urlOf(one, password), { max: 2 });
    await db.write((sql) => [
      sql`create table players (holding text)`,
      sql`insert into players values ('here'), ('leaving'), ('away')`,
    ]);
    await db.close();
    expect(await databases.countPlayersHeld(one, password)).toBe(2);
    expect(await databases.countPlayersHeld(`gone-${tag}`, password)).toBe(0);
  });

  it('keeps no password a server could log', async () => {
    const [{ verifier } = { verifier: '' }] = await test.sql<{ verifier: string }[]>`
      select rolpassword as verifier from pg_authid where rolname = ${roleOf(one)}`;
    expect(verifier).toMatch(/^SCRAM-SHA-256\$4096:/);
    expect(verifier).not.toContain('pass-');
  });

  it.skipIf(findBinary('pg_dump') === undefined)('is copied whole, or says why not', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sw-dump-'));
    const order = { folder, region: one, signal: new AbortController().signal };
    try {
      const url = databases.urlOf(one, `pass-${one}`);
      const file = await dumpDatabase({ ...order, url }).catch((error: unknown) => {
        // Tools of another major version than the server refuse.
        expect(String(error)).toContain('pg_dump ended with 1');
        return 'refused';
      });
      if (file !== 'refused') expect(readFileSync(file ?? '', 'latin1').slice(0, 5)).toBe('PGDMP');
      const wrong = databases.urlOf(one, 'guess');
      await expect(dumpDatabase({ ...order, url: wrong })).rejects.toMatchObject({ code: 'dump_failed' });
      expect(existsSync(join(folder, `${databaseOf(one)}-final.dump.partial`))).toBe(false);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('goes away under a server that is connected, with its role, as often as it is told', async () => {
    const db = connect(databases.urlOf(one, `pass-${one}`), { max: 2 });
    await db.sql`select 1`;
    for (const _ of [1, 2]) {
      await databases.dropDatabase(one);
      await databases.dropRole(one);
    }
    await db.close();
    expect(await test.sql`select 1 from pg_database where datname = ${databaseOf(one)}`).toHaveLength(0);
    expect(await test.sql`select 1 from pg_roles where rolname = ${roleOf(one)}`).toHaveLength(0);
    expect(await test.sql`select 1 from pg_database where datname = ${databaseOf(other)}`).toHaveLength(1);
  });

  it('cannot be made where nothing answers: named, and to be tried again', async () => {
    const nowhere = createRegionDatabases({ host: '127.0.0.1', port: 9, user: 'x', password: 'y' });
    await expect(nowhere.ensureRole(one, 'x')).rejects.toMatchObject({
      code: 'database_unavailable',
      isTransient: true,
    });
  });
});
