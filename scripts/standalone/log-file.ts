import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

const LIMIT_BYTES = 10_000_000;

/** The server's log in the data folder; one that has grown large makes room and is kept once more under `.1`. */
export function prepareLogFile(dataDir: string): string {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const path = join(dataDir, 'gameserver.log');
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > LIMIT_BYTES) renameSync(path, `${path}.1`);
  appendFileSync(path, '', { mode: 0o600 });
  return path;
}
