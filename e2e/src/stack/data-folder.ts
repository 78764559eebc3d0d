import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { dataRoot } from './sweep.ts';

interface Stamp {
  readonly pid: number;
}

interface RunFile {
  readonly server: Stamp;
  readonly postmaster?: Stamp;
  readonly port?: number;
}

interface DatabaseFile {
  readonly user: string;
  readonly password: string;
}

/** A data folder of its own for one server under test, and what the server notes in it. */
export interface DataFolder {
  readonly path: string;
  databaseUrl(): string;
  /** Process of the embedded PostgreSQL that serves the folder now. */
  postmasterPid(): number | undefined;
  remove(): void;
}

const read = <T>(path: string): T | undefined => {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as T;
  } catch {
    return undefined;
  }
};

export const createDataFolder = (): DataFolder => {
  const path = mkdtempSync(join(dataRoot(), 'stack-'));
  const run = () => read<RunFile>(join(path, 'run.json'));
  return {
    path,
    databaseUrl() {
      const login = read<DatabaseFile>(join(path, 'database.json'));
      const port = run()?.port;
      if (login === undefined || port === undefined) throw new Error(`No database runs in ${path}`);
      return `postgres://${login.user}:${login.password}@127.0.0.1:${port}/sectorwars`;
    },
    postmasterPid: () => run()?.postmaster?.pid,
    remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }),
  };
};
