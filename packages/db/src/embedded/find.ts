import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DATABASE, databaseUrlOf, keepCredentials } from './credentials.ts';
import { isRunning } from './process-stamp.ts';
import { readRun } from './run-file.ts';

/** An installation that runs on this machine now. */
export interface FoundEmbedded {
  readonly databaseUrl: string;
  /** Where the game is served; missing while it is still starting. */
  readonly url?: string;
}

/** The installation that runs from a data folder now; `undefined` when none does. */
export function findEmbedded(dataDir: string): FoundEmbedded | undefined {
  const run = readRun(dataDir);
  if (run?.port === undefined || run.postmaster === undefined || !isRunning(run.postmaster)) return undefined;
  if (!existsSync(join(dataDir, 'database.json'))) return undefined;
  const databaseUrl = databaseUrlOf(keepCredentials(dataDir), run.port, DATABASE);
  return { databaseUrl, ...(run.url === undefined ? {} : { url: run.url }) };
}
