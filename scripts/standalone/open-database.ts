import { checkDatabase, startEmbeddedPostgres } from '@sw/db';
import { resolveVariable } from '@sw/service-kit';
import type { Variables } from './environment.ts';
import { dataFolder } from './environment.ts';
import type { Lifecycle } from './lifecycle.ts';
import { givenJwtSecret, keptJwtSecret } from './secrets.ts';

/** The database a server on this machine uses, and the secret that belongs to its data. */
export interface OpenedDatabase {
  readonly url: string;
  readonly isEmbedded: boolean;
  readonly jwtSecret: string;
  /** Lets tools on this machine find the game. */
  announce(url: string): void;
}

/** The database of `DATABASE_URL`, else an embedded PostgreSQL that ends with this process. */
export async function openDatabase(
  env: Variables,
  life: Lifecycle,
  say: (line: string) => void,
): Promise<OpenedDatabase> {
  const url = resolveVariable(env, 'DATABASE_URL');
  const given = givenJwtSecret(env, url === undefined);
  if (url !== undefined && given !== undefined) {
    await checkDatabase(url);
    return { url, isEmbedded: false, jwtSecret: given, announce: () => undefined };
  }
  const dataDir = dataFolder(env);
  say('Starting PostgreSQL …');
  const server = await startEmbeddedPostgres({
    dataDir,
    log: say,
    onLost: (error) => life.fail(`PostgreSQL has died and could not be started again: ${error.message}`),
  });
  life.undoLater({ run: () => server.stop(), evenIfForced: true });
  return {
    url: server.url,
    isEmbedded: true,
    jwtSecret: given ?? keptJwtSecret(dataDir),
    announce: (url) => server.announce(url),
  };
}
