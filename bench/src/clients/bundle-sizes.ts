import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** A way into a client: the chunks it asks for one after the other, by the names of their modules. */
export interface Visit {
  readonly name: string;
  readonly chunks: readonly string[];
}

export interface ChunkSize {
  readonly name: string;
  readonly gzipBytes: number;
}

/** The sizes that count against the budgets of the rule book (frontends 5.2); 1 KB = 1,000 bytes. */
export interface BundleSizes {
  /** Scripts of each visit together with everything they import at once. */
  readonly visits: readonly ChunkSize[];
  readonly css: number;
  readonly fonts: number;
  /** Script chunks no visit loads, the largest first: what waits until somebody opens another screen. */
  readonly lazy: readonly ChunkSize[];
}

const SCRIPT = /\.js$/;
/** A file is called after its module, a dash and the hash of its content. */
const HASH = /-[\w-]{8}\.\w+$/;

/** Measures a built client; null when it has not been built. */
export const bundleSizes = (dist: string, visits: readonly Visit[]): BundleSizes | null => {
  const page = join(dist, 'index.html');
  if (!existsSync(page)) return null;
  const assets = join(dist, 'assets');
  const names = existsSync(assets) ? readdirSync(assets) : [];
  const read = (name: string): string => readFileSync(join(assets, name), 'utf8');
  const sizeOf = (name: string): number => gzipSync(readFileSync(join(assets, name)), { level: 9 }).length;
  const sum = (wanted: Iterable<string>): number =>
    [...wanted].reduce((total, name) => total + sizeOf(name), 0);
  const entry = scriptsOf(readFileSync(page, 'utf8'));
  const loaded = visits.map((visit) =>
    staticClosure([...entry, ...filesOf(visit.chunks, names)], names, read),
  );
  return {
    visits: visits.map(({ name }, index) => ({ name, gzipBytes: sum(loaded[index] ?? []) })),
    css: sum(names.filter((name) => name.endsWith('.css'))),
    // Fonts are compressed already: what is sent is the file.
    fonts: names
      .filter((name) => name.endsWith('.woff2'))
      .reduce((total, name) => total + readFileSync(join(assets, name)).length, 0),
    lazy: names
      .filter((name) => SCRIPT.test(name) && !loaded.some((visit) => visit.has(name)))
      .map((name) => ({ name: name.replace(HASH, ''), gzipBytes: sizeOf(name) }))
      .toSorted((a, b) => b.gzipBytes - a.gzipBytes),
  };
};

/** Scripts a page names. */
export const scriptsOf = (html: string): string[] =>
  [...html.matchAll(/(?:src|href)="[^"]*assets\/([^"]+\.js)"/g)].map(([, name = '']) => name);

/**
 * The files of some modules.
 *
 * @throws Error naming a module that has no chunk of its own, so that a renamed one is noticed.
 */
export const filesOf = (modules: readonly string[], names: readonly string[]): string[] =>
  modules.map((module) => {
    const file = names.find((name) => SCRIPT.test(name) && name.replace(HASH, '') === module);
    if (file === undefined) throw new Error(`the build has no chunk ${module}`);
    return file;
  });

/** Some scripts and whatever they import at once; imports that wait for a call do not count. */
export const staticClosure = (
  roots: readonly string[],
  names: readonly string[],
  read: (name: string) => string,
): ReadonlySet<string> => {
  const found = new Set<string>();
  const visit = (name: string): void => {
    if (found.has(name) || !names.includes(name)) return;
    found.add(name);
    for (const [, imported = ''] of read(name).matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)) {
      visit(imported);
    }
  };
  for (const root of roots) visit(root);
  return found;
};
