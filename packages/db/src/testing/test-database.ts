import { createHash, randomBytes } from 'node:crypto';
import postgres from 'postgres';
import type { ConnectOptions, Database } from '../database.ts';
import { connect } from '../database.ts';
import { migrate } from '../migrations/migrate.ts';
import { readMigrations } from '../migrations/migration-files.ts';
import type { Sql } from '../sql.ts';
import { TEST_SERVER_URL } from './test-server.ts';

export interface TestDatabase {
  readonly url: string;
  /** The handle services use. */
  readonly db: Database;
  /** May write without a command: for arranging and inspecting. */
  readonly sql: Sql;
  /** Closes both and drops the database. */
  drop(): Promise<void>;
}

export interface TestDatabaseOptions {
  /** Folder of the migrations the database starts with; none means an empty database. */
  readonly migrations?: string;
  readonly connect?: ConnectOptions;
}

/** Serialises the making of templates across the workers of a test run. */
const TEMPLATE_LOCK = 7_304_210_201n;

/**
 * Makes a database of its own for one test file, cloned from a template that is migrated once per run and set of
 * migrations. Needs the shared server (`startTestServer`), whose URL it takes from the environment.
 */
export async function createTestDatabase(options: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const serverUrl = process.env[TEST_SERVER_URL];
  if (!serverUrl) {
    throw new Error(`${TEST_SERVER_URL} is not set: run this test with the "it" project of vitest.config.ts`);
  }
  const admin = postgres(serverUrl, { max: 1, onnotice: () => undefined });
  const name = `test_${randomBytes(6).toString('hex')}`;
  const template = await ensureTemplate(admin, serverUrl, options.migrations);
  await admin`create database ${admin(name)} template ${admin(template)}`;

  const url = withDatabase(serverUrl, name);
  const db = connect(url, { max: 5, applicationName: name, ...options.connect });
  const sql = postgres(url, {
    max: 2,
    onnotice: () => undefined,
    types: { bigint: postgres.BigInt },
    transform: { column: { from: postgres.toCamel, to: postgres.fromCamel } },
  });
  return {
    url,
    db,
    sql,
    async drop() {
      await Promise.all([db.close(), sql.end({ timeout: 1 })]);
      await admin`drop database if exists ${admin(name)} with (force)`;
      await admin.end({ timeout: 1 });
    },
  };
}

async function ensureTemplate(
  admin: postgres.Sql,
  serverUrl: string,
  folder: string | undefined,
): Promise<string> {
  if (folder === undefined) return 'template0';
  const checksums = readMigrations(folder).map((file) => `${file.name} ${file.checksum}`);
  const template = `template_${createHash('sha256').update(checksums.join('\n')).digest('hex').slice(0, 16)}`;
  await admin`select pg_advisory_lock(${String(TEMPLATE_LOCK)})`;
  try {
    const found = await admin`select 1 from pg_database where datname = ${template}`;
    if (found.length === 0) await makeTemplate(admin, serverUrl, template, folder);
  } finally {
    await admin`select pg_advisory_unlock(${String(TEMPLATE_LOCK)})`;
  }
  return template;
}

/** Migrated under another name first: a template that exists is complete. */
async function makeTemplate(
  admin: postgres.Sql,
  serverUrl: string,
  template: string,
  folder: string,
): Promise<void> {
  const unfinished = `${template}_new`;
  await admin`drop database if exists ${admin(unfinished)}`;
  await admin`create database ${admin(unfinished)} template template0`;
  const db = connect(withDatabase(serverUrl, unfinished), { max: 2 });
  try {
    await migrate(db, folder);
  } finally {
    await db.close();
  }
  await admin`alter database ${admin(unfinished)} rename to ${admin(template)}`;
}

function withDatabase(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}
