import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const SKIPPED_FOLDERS = new Set(['node_modules', 'dist', 'coverage', 'output']);

/**
 * Paths of all files below a root that end in one of the given endings, relative to it, with forward
 * slashes, sorted. Hidden folders, installed packages and build results are left out; version control
 * is not asked, so that this also works in an unpacked archive.
 */
export const sourceFiles = (root: string, endings: readonly string[]): readonly string[] =>
  [...walk(root, '')].filter((path) => endings.some((ending) => path.endsWith(ending))).sort();

function* walk(root: string, folder: string): Generator<string> {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isFile()) yield path;
    else if (entry.isDirectory() && !entry.name.startsWith('.') && !SKIPPED_FOLDERS.has(entry.name)) {
      yield* walk(root, path);
    }
  }
}

/** Matches the paths of tests and of code that exists only to support them. */
export const TEST_FILE = /\.(?:test|spec)\.tsx?$|\/src\/testing(?:\/|\.ts$)|\/src\/test-[^/]+\.tsx?$/;

/** True for tests and for code that exists only to support them. */
export const isTestFile = (path: string): boolean => TEST_FILE.test(path);
