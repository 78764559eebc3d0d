import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

export interface BundleFile {
  readonly name: string;
  readonly gzipBytes: number;
}

/** The sizes that count against the budgets of the rule book (frontends 5.2); 1 KB = 1,000 bytes. */
export interface BundleSizes {
  /** Scripts the page loads before anything is asked for: its modules and what they import statically. */
  readonly entryJs: number;
  readonly css: number;
  readonly fonts: number;
  /** Script chunks that are loaded when needed, the largest first. */
  readonly lazy: readonly BundleFile[];
}

const SCRIPT = /\.js$/;

/** Measures a built client; null when it has not been built. */
export const bundleSizes = (dist: string): BundleSizes | null => {
  const page = join(dist, 'index.html');
  if (!existsSync(page)) return null;
  const assets = join(dist, 'assets');
  const names = existsSync(assets) ? readdirSync(assets) : [];
  const sizeOf = (name: string): number => gzipSync(readFileSync(join(assets, name)), { level: 9 }).length;
  const sum = (wanted: readonly string[]): number => wanted.reduce((total, name) => total + sizeOf(name), 0);

  const entry = staticClosure(readFileSync(page, 'utf8'), names, (name) =>
    readFileSync(join(assets, name), 'utf8'),
  );
  return {
    entryJs: sum([...entry]),
    css: sum(names.filter((name) => name.endsWith('.css'))),
    // Fonts are compressed already: what is sent is the file.
    fonts: names
      .filter((name) => name.endsWith('.woff2'))
      .reduce((total, name) => total + readFileSync(join(assets, name)).length, 0),
    lazy: names
      .filter((name) => SCRIPT.test(name) && !entry.has(name))
      .map((name) => ({ name, gzipBytes: sizeOf(name) }))
      .toSorted((a, b) => b.gzipBytes - a.gzipBytes),
  };
};

/** Scripts a page names, and whatever those import at once; imports that wait for a call do not count. */
export const staticClosure = (
  html: string,
  names: readonly string[],
  read: (name: string) => string,
): ReadonlySet<string> => {
  const found = new Set<string>();
  const visit = (name: string): void => {
    if (found.has(name) || !names.includes(name) || !SCRIPT.test(name)) return;
    found.add(name);
    for (const [, imported = ''] of read(name).matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g))
      visit(imported);
  };
  for (const [, name = ''] of html.matchAll(/(?:src|href)="[^"]*assets\/([^"]+\.js)"/g)) visit(name);
  return found;
};
