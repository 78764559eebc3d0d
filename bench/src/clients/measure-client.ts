import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest, Sizes } from './bundle-sizes.ts';
import { closureOf, sizesOf, wireBytes } from './bundle-sizes.ts';
import type { ClientVisits, Visit } from './visits.ts';

export interface ChunkSize {
  readonly name: string;
  readonly js: number;
}

/** What a built client weighs on the wire. */
export interface ClientSizes {
  readonly visits: readonly (Sizes & Pick<Visit, 'name' | 'budget'>)[];
  /** Chunks no visit loads, each with what it needs beyond the first load, the largest first. */
  readonly lazy: readonly ChunkSize[];
  readonly lazyBudget: number;
}

/** Measures a built client; null where it has not been built. */
export const measureClient = (
  dist: string,
  { visits, first, lazyBudget }: ClientVisits,
): ClientSizes | null => {
  const path = join(dist, '.vite', 'manifest.json');
  if (!existsSync(path)) return null;
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
  const bytesOf = wireBytes(dist);
  const before = closureOf(manifest, first);
  const sizeOf = (roots: readonly string[], there: ReadonlySet<string>) =>
    sizesOf(manifest, closureOf(manifest, roots), bytesOf, there);
  const visited = new Set(visits.flatMap(({ roots }) => [...closureOf(manifest, roots)]));
  return {
    visits: visits.map(({ name, budget, roots, after = [] }) => ({
      name,
      budget,
      ...sizeOf(roots, closureOf(manifest, after)),
    })),
    lazy: Object.entries(manifest)
      .filter(([key, { isDynamicEntry }]) => isDynamicEntry === true && !visited.has(key))
      .map(([key]) => ({ name: key, js: sizeOf([key], before).js }))
      .toSorted((a, b) => b.js - a.js),
    lazyBudget,
  };
};
