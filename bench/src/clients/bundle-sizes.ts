import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** One file of a build, as Vite's manifest lists it. */
interface ManifestChunk {
  readonly file: string;
  readonly isDynamicEntry?: boolean;
  /** Keys of the chunks that load with this one. */
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
  readonly assets?: readonly string[];
}

export type Manifest = Readonly<Record<string, ManifestChunk>>;

/** Keys of everything the browser loads when it loads `roots`. Throws for a root that the build does not have. */
export function closureOf(manifest: Manifest, roots: readonly string[]): ReadonlySet<string> {
  const loaded = new Set<string>();
  const load = (key: string): void => {
    if (loaded.has(key)) return;
    const chunk = manifest[key];
    if (chunk === undefined) throw new Error(`The build has no ${key}`);
    loaded.add(key);
    chunk.imports?.forEach(load);
  };
  roots.forEach(load);
  return loaded;
}

export interface Sizes {
  readonly js: number;
  readonly css: number;
  readonly fonts: number;
}

/**
 * Bytes of the chunks of `loaded` that are not in `before`, each file once: scripts and sheets as gzip sends
 * them, fonts as they are.
 */
export function sizesOf(
  manifest: Manifest,
  loaded: ReadonlySet<string>,
  bytesOf: (file: string) => number,
  before: ReadonlySet<string> = new Set(),
): Sizes {
  const filesOf = (keys: ReadonlySet<string>): Set<string> =>
    new Set(
      [...keys].flatMap((key) => {
        const chunk = manifest[key];
        return chunk === undefined ? [] : [chunk.file, ...(chunk.css ?? []), ...(chunk.assets ?? [])];
      }),
    );
  const known = filesOf(before);
  const fresh = [...filesOf(loaded)].filter((file) => !known.has(file));
  const sum = (suffix: string) =>
    fresh.filter((file) => file.endsWith(suffix)).reduce((total, file) => total + bytesOf(file), 0);
  return { js: sum('.js'), css: sum('.css'), fonts: sum('.woff2') };
}

/** Size of a built file on the wire. */
export function wireBytes(dist: string): (file: string) => number {
  return (file) => {
    const content = readFileSync(join(dist, file));
    return file.endsWith('.woff2') ? content.length : gzipSync(content, { level: 9 }).length;
  };
}
