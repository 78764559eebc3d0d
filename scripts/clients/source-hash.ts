import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

const NOT_SOURCES = new Set(['node_modules', 'dist']);
const TESTS = /\.test\.tsx?$/;

/**
 * One hash over everything a build depends on: names and contents of all files below `paths` (folders or files,
 * relative to `root`; missing ones count as missing). Tests do not count, they are not built.
 */
export function sourceHash(root: string, paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of paths.flatMap((path) => filesBelow(join(root, path))).sort()) {
    const name = relative(root, file).replaceAll('\\', '/');
    const content = createHash('sha256').update(readFileSync(file)).digest('hex');
    hash.update(`${name} ${content}\n`);
  }
  return hash.digest('hex');
}

function filesBelow(path: string): string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => !NOT_SOURCES.has(entry.name) && !TESTS.test(entry.name))
    .flatMap((entry) => filesBelow(join(path, entry.name)));
}
