import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface RunningServer {
  /** Origin, e.g. `http://localhost:8080`. */
  readonly url: string;
  readonly databaseUrl: string;
}

interface RunFile {
  readonly url?: string;
  readonly port?: number;
}

interface DatabaseFile {
  readonly user: string;
  readonly password: string;
}

const read = <T>(path: string): T | undefined => {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as T;
  } catch {
    return undefined;
  }
};

/** Address of the embedded database of a data folder; undefined while none runs there. */
const embeddedDatabaseUrl = (dataDir: string): string | undefined => {
  const run = read<RunFile>(join(dataDir, 'run.json'));
  const database = read<DatabaseFile>(join(dataDir, 'database.json'));
  if (run?.port === undefined || database === undefined) return undefined;
  return `postgres://${database.user}:${database.password}@127.0.0.1:${run.port}/sectorwars`;
};

const answers = async (url: string): Promise<boolean> => {
  try {
    return (await fetch(`${url}/api/v1/status`, { signal: AbortSignal.timeout(5_000) })).ok;
  } catch {
    return false;
  }
};

/**
 * The server to play on: named by `url` and DATABASE_URL, or the standalone one that runs in the
 * data folder. Throws one sentence that says what to do when there is none.
 */
export const findRunningServer = async (
  dataDir: string,
  url: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): Promise<RunningServer> => {
  const databaseUrl = env['DATABASE_URL'] || embeddedDatabaseUrl(dataDir);
  if (databaseUrl === undefined) {
    throw new Error(
      'No server is running here: start one with "npm start", or set DATABASE_URL and give --url.',
    );
  }
  const origin =
    url ?? read<RunFile>(join(dataDir, 'run.json'))?.url ?? `http://127.0.0.1:${env['PORT'] || 8080}`;
  if (!(await answers(origin))) {
    throw new Error(`No server answers at ${origin}: start one with "npm start", or name it with --url.`);
  }
  return { url: origin, databaseUrl };
};
