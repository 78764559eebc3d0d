import { StartupError } from '@sw/service-kit/startup-error';
import type { Database } from '../database.ts';
import type { Sql } from '../sql.ts';
import type { MigrationFile } from './migration-files.ts';
import { readMigrations } from './migration-files.ts';
import type { LandedMigration } from './plan.ts';
import { planMigrations } from './plan.ts';

/** Key of the advisory lock that lets one of many starting processes migrate while the others wait. */
const LOCK_KEY = 7_304_210_200n;

export interface MigrateOptions {
  /**
   * Schema that keeps the list of what has been applied, made when missing. A service that shares the database of
   * another has a schema of its own, and with it a list of its own. Migrations name their schema themselves.
   */
  readonly schema?: string;
  /** Told the name of every migration just before it is applied. */
  readonly onApply?: (name: string) => void;
}

/**
 * Brings a database to the state of the migrations in `folder` and answers the names applied. Each runs in a
 * transaction of its own together with its entry in `schema_migrations`; one whose first line is `-- no-transaction`
 * (a concurrent index) must hold a single, repeatable statement, because it may have run when its entry is missing.
 *
 * @throws StartupError when a landed migration was edited or removed, a new one is out of order, or one fails.
 */
export function migrate(db: Database, folder: string, options: MigrateOptions = {}): Promise<string[]> {
  const files = readMigrations(folder);
  return db.session(async (sql) => {
    // Starting processes queue here for as long as the first of them needs.
    await sql`set lock_timeout = 0`;
    await sql`select pg_advisory_lock(${LOCK_KEY})`;
    await sql`set lock_timeout = '30s'`;
    if (options.schema !== undefined) await sql`create schema if not exists ${sql(options.schema)}`;
    const list = options.schema === undefined ? 'schema_migrations' : `${options.schema}.schema_migrations`;
    await sql`
      create table if not exists ${sql(list)} (
        name text primary key,
        checksum text not null,
        applied_at timestamptz not null default now()
      )`;
    const landed = await sql<LandedMigration[]>`select name, checksum from ${sql(list)} order by name`;
    const plan = planMigrations(files, landed);
    if ('refusal' in plan) throw new StartupError(plan.refusal);
    for (const file of plan.pending) {
      options.onApply?.(file.name);
      await apply(sql, file, list);
    }
    return plan.pending.map(({ name }) => name);
  });
}

async function apply(sql: Sql, file: MigrationFile, list: string): Promise<void> {
  const { name, checksum } = file;
  try {
    if (file.isTransactional) await sql`begin`;
    await sql.unsafe(file.text).simple();
    await sql`insert into ${sql(list)} ${sql({ name, checksum })}`;
    if (file.isTransactional) await sql`commit`;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new StartupError(`Migration ${name} failed and was not applied: ${reason}.`, { cause });
  }
}
