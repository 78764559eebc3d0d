import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartupError } from '@sw/service-kit/startup-error';

/** One migration as it lies in the folder. */
export interface MigrationFile {
  /** File name without `.sql`; sorts by its time stamp. */
  readonly name: string;
  readonly text: string;
  /** SHA-256 of the text with line ends normalised, so that a checkout on Windows is the same migration. */
  readonly checksum: string;
  /** Whether it asked (first line `-- no-transaction`) to run outside a transaction. */
  readonly isTransactional: boolean;
}

const NAME = /^\d{14}-[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/;
const NO_TRANSACTION = '-- no-transaction';

/** Whether a name follows `YYYYMMDDHHMMSS-verb-first`. */
export function isMigrationName(name: string): boolean {
  return NAME.test(name);
}

/** Reads all migrations of a folder in the order they apply; refuses files that are not named like one. */
export function readMigrations(folder: string): MigrationFile[] {
  const names = listNames(folder);
  const seen = new Map<string, string>();
  for (const name of names) {
    if (!isMigrationName(name)) {
      throw new StartupError(`${join(folder, `${name}.sql`)} is not named YYYYMMDDHHMMSS-verb-first.sql.`);
    }
    const stamp = name.slice(0, 14);
    const twin = seen.get(stamp);
    if (twin !== undefined)
      throw new StartupError(`The migrations ${twin} and ${name} carry the same time stamp.`);
    seen.set(stamp, name);
  }
  return names.map((name) => readMigration(folder, name));
}

function listNames(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((file) => file.endsWith('.sql'))
      .map((file) => file.slice(0, -'.sql'.length))
      .sort();
  } catch (cause) {
    throw new StartupError(`The migrations folder ${folder} cannot be read.`, { cause });
  }
}

function readMigration(folder: string, name: string): MigrationFile {
  const text = readFileSync(join(folder, `${name}.sql`), 'utf8').replaceAll('\r\n', '\n');
  return {
    name,
    text,
    checksum: createHash('sha256').update(text).digest('hex'),
    isTransactional: text.split('\n', 1)[0]?.trim() !== NO_TRANSACTION,
  };
}
