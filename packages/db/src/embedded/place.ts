import { createHash } from 'node:crypto';
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { StartupError } from '@sw/service-kit/startup-error';
import type { Account } from './account.ts';
import { canReach, chooseAccount } from './account.ts';
import type { Binaries } from './binaries.ts';
import { copyBinaries, locateBinaries, programOf, repairBinaries } from './binaries.ts';
import { runProgram } from './run-program.ts';

/** Everything needed to run PostgreSQL's programs: which, as whom, and where the data are. */
export interface Place {
  readonly binaries: Binaries;
  readonly account: Account | undefined;
  /** The folder that holds the database cluster and its log. */
  readonly location: string;
}

/**
 * Decides where PostgreSQL runs. Normally data live in `dataDir` and the programs in `node_modules`. Where the user it
 * runs as cannot reach one of them (a clone below a folder of mode 700, used by root) or the programs cannot be
 * completed in place, a reachable folder derived from the path of `dataDir` is used instead, and `log` says which.
 */
export async function choosePlace(dataDir: string, log: (line: string) => void): Promise<Place> {
  const elsewhere = reachableFolders(dataDir);
  const account = chooseAccount([clusterOf(dataDir), ...elsewhere.map(clusterOf)], resolve(dataDir, '..'));
  makeDataFolder(dataDir, account);

  let location = dataDir;
  if (account !== undefined && !canReach(dataDir, account)) {
    location = makeReachableFolder(elsewhere);
    log(`PostgreSQL runs as ${account.name}, who cannot reach ${dataDir}: its data are kept in ${location}.`);
  }
  const binaries = completeBinaries(location, account, log);
  await assertRuns(binaries, account);
  return { binaries, account, location };
}

/** The cluster (PGDATA) inside a location. */
export function clusterOf(location: string): string {
  return join(location, 'postgres');
}

/** Hands a file or folder to the account; without one it is ours already. */
export function giveTo(path: string, account: Account | undefined): void {
  if (account !== undefined) chownSync(path, account.uid, account.gid);
}

function makeDataFolder(dataDir: string, account: Account | undefined): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: account === undefined ? 0o700 : 0o711 });
    // The account must be able to pass through; what is secret in here has a mode of its own.
    if (account !== undefined) chmodSync(dataDir, 0o711);
  } catch (cause) {
    throw new StartupError(`The data folder ${dataDir} cannot be created or used: ${reasonOf(cause)}.`, {
      cause,
    });
  }
}

function reachableFolders(dataDir: string): string[] {
  const hash = createHash('sha256').update(resolve(dataDir)).digest('hex').slice(0, 12);
  return ['/var/lib', '/var/tmp', tmpdir()].map((parent) => join(parent, `sectorwars2102-${hash}`));
}

/** The first of the folders that exists or can be made, and that nobody else could have prepared for us. */
function makeReachableFolder(candidates: readonly string[]): string {
  for (const folder of candidates) {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o711 });
      const found = lstatSync(folder);
      if (!found.isDirectory() || found.uid !== process.getuid?.() || (found.mode & 0o022) !== 0) continue;
      chmodSync(folder, 0o711);
      return folder;
    } catch {
      // Not writable or not possible here: the next candidate may be.
    }
  }
  throw new StartupError(
    `PostgreSQL does not run as root, and none of ${candidates.join(', ')} can be used for its data: start as an ordinary user, or set DATABASE_URL.`,
  );
}

function completeBinaries(
  location: string,
  account: Account | undefined,
  log: (line: string) => void,
): Binaries {
  const original = locateBinaries();
  const isComplete = tryRepair(original);
  const isReachable = account === undefined || canReach(programOf(original, 'postgres'), account);
  if (isComplete && isReachable) return original;
  const copy = copyBinaries(original, location);
  repairBinaries(copy);
  log(
    isReachable
      ? `The programs of PostgreSQL in ${original.native} cannot be completed: a copy in ${copy.native} is used.`
      : `PostgreSQL runs as ${account.name}, who cannot reach ${original.native}: a copy in ${copy.native} is used.`,
  );
  return copy;
}

function tryRepair(binaries: Binaries): boolean {
  try {
    repairBinaries(binaries);
    return true;
  } catch {
    return false;
  }
}

async function assertRuns(binaries: Binaries, account: Account | undefined): Promise<void> {
  if (!existsSync(programOf(binaries, 'postgres'))) {
    throw new StartupError(`${binaries.native} is incomplete: run "npm ci" again.`);
  }
  const { code, output } = await runProgram(programOf(binaries, 'postgres'), ['--version'], { account });
  if (code === 0) return;
  throw new StartupError(
    `The PostgreSQL that npm installed does not run on this machine (${output.trim() || `exit code ${code}`}): set DATABASE_URL to a PostgreSQL server of your own.`,
  );
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
