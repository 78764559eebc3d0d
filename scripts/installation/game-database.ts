import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '@sw/db';
import { checkDatabase, connect, findEmbedded, startEmbeddedPostgres } from '@sw/db';
import { resolveVariable, StartupError } from '@sw/service-kit';
import type { Variables } from '../standalone/environment.ts';
import { dataFolder } from '../standalone/environment.ts';
import type { Lifecycle } from '../standalone/lifecycle.ts';

/**
 * The database of an installation that exists, for a tool: that of `DATABASE_URL`, else the embedded one of
 * the data folder, whether the game runs now or not. Closed, and stopped if it had to be started, when the
 * program ends.
 *
 * @throws StartupError with one sentence when there is no installation
 */
export async function openGameDatabase(
  env: Variables,
  life: Lifecycle,
  say: (line: string) => void,
): Promise<Database> {
  const db = connect(await databaseUrl(env, life, say), { max: 3, applicationName: 'sectorwars-tool' });
  life.undoLater({ run: () => db.close() });
  return db;
}

async function databaseUrl(env: Variables, life: Lifecycle, say: (line: string) => void): Promise<string> {
  const given = resolveVariable(env, 'DATABASE_URL');
  if (given !== undefined) {
    await checkDatabase(given);
    return given;
  }
  const dataDir = dataFolder(env);
  const running = findEmbedded(dataDir);
  if (running !== undefined) return running.databaseUrl;
  if (!existsSync(join(dataDir, 'database.json'))) {
    throw new StartupError(
      `There is no installation in ${dataDir}: start one with "npm start", or set DATABASE_URL.`,
    );
  }
  const server = await startEmbeddedPostgres({ dataDir, log: say });
  life.undoLater({ run: () => server.stop(), evenIfForced: true });
  return server.url;
}
