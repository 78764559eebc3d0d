import type { Database } from '@sw/db';
import { checkDatabase, connect } from '@sw/db';
import type { Environment } from '@sw/service-kit';
import { resolveVariable, StartupError } from '@sw/service-kit';

const CONNECTIONS = 4;

/**
 * The address of the database this server works on.
 *
 * @throws StartupError when `DATABASE_URL` is not set: only `npm start` brings a database of its own
 */
export const databaseUrlOf = (env: Environment): string => {
  const url = resolveVariable(env, 'DATABASE_URL');
  if (url === undefined) throw new StartupError('DATABASE_URL is missing: set the address of a PostgreSQL.');
  return url;
};

/**
 * Opens the database for one command and closes it afterwards, whatever became of it.
 *
 * @throws StartupError when it cannot be reached or used
 */
export const withDatabase = async <T>(env: Environment, work: (db: Database) => Promise<T>): Promise<T> => {
  const url = databaseUrlOf(env);
  await checkDatabase(url);
  const db = connect(url, { max: CONNECTIONS, applicationName: 'sectorwars-command' });
  try {
    return await work(db);
  } finally {
    await db.close();
  }
};
