import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** How to sign in to the embedded server. */
export interface Credentials {
  readonly user: string;
  readonly password: string;
}

const USER = 'sectorwars';

/** The database of the game on an embedded server. */
export const DATABASE = 'sectorwars';

/** The kept credentials of a data folder, made on the first call (`database.json`, readable by the owner alone). */
export function keepCredentials(dataDir: string): Credentials {
  const path = join(dataDir, 'database.json');
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Credentials;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const credentials = { user: USER, password: randomBytes(24).toString('base64url') };
  const unfinished = `${path}.${process.pid}`;
  writeFileSync(unfinished, `${JSON.stringify(credentials)}\n`, { mode: 0o600 });
  renameSync(unfinished, path);
  return credentials;
}

/** The URL of a database on the embedded server that listens on `port`. */
export function databaseUrlOf(credentials: Credentials, port: number, database: string): string {
  return `postgres://${credentials.user}:${credentials.password}@127.0.0.1:${port}/${database}`;
}
