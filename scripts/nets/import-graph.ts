import { existsSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, posix } from 'node:path';
import { sourceFiles } from '../tree/source-files.ts';
import type { ModuleImport } from './module-imports.ts';
import { moduleImports } from './module-imports.ts';
import type { Unit } from './units.ts';
import { findUnits } from './units.ts';

/** What an import leads to: one of our files, Node itself, an npm package, or nowhere. */
export type Target =
  | { readonly kind: 'file'; readonly file: string; readonly viaPackage: boolean }
  | { readonly kind: 'node' }
  | { readonly kind: 'npm'; readonly packageName: string }
  | { readonly kind: 'nowhere' };

export interface Edge extends ModuleImport {
  readonly from: string;
  readonly target: Target;
}

export interface ImportGraph {
  readonly units: readonly Unit[];
  readonly files: readonly string[];
  readonly edges: readonly Edge[];
}

/** Reads every TypeScript file of every unit below a root and resolves what it imports. */
export const readImportGraph = (root: string): ImportGraph => {
  const units = findUnits(root);
  const files = sourceFiles(root, ['.ts', '.tsx']).filter((file) =>
    units.some((unit) => file.startsWith(`${unit.folder}/`)),
  );
  const edges = files.flatMap((file) =>
    moduleImports(file, readFileSync(join(root, file), 'utf8')).map((found) => ({
      ...found,
      from: file,
      target: resolve(root, units, file, found.specifier),
    })),
  );
  return { units, files, edges };
};

const resolve = (root: string, units: readonly Unit[], from: string, specifier: string): Target => {
  if (specifier.startsWith('.')) return resolveRelative(root, from, specifier);
  if (isBuiltin(specifier)) return { kind: 'node' };
  const [scopeOrName = '', name = ''] = specifier.split('/');
  const packageName = specifier.startsWith('@') ? `${scopeOrName}/${name}` : scopeOrName;
  const unit = units.find((candidate) => candidate.packageName === packageName);
  if (unit === undefined) return { kind: 'npm', packageName };
  const file = unit.doors.get(`.${specifier.slice(packageName.length)}`);
  return file === undefined ? { kind: 'nowhere' } : { kind: 'file', file, viaPackage: true };
};

/** Bundler suffixes such as `?raw` and `?url` choose how a file is loaded, not which. */
const resolveRelative = (root: string, from: string, specifier: string): Target => {
  const file = posix.join(posix.dirname(from), specifier.split('?', 1)[0] ?? specifier);
  return existsSync(join(root, file)) ? { kind: 'file', file, viaPackage: false } : { kind: 'nowhere' };
};
