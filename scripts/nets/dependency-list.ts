import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sourceFiles } from '../tree/source-files.ts';
import type { Finding, Net } from './net.ts';
import { reportFindings } from './net.ts';

const LIST = 'docs/adr/README.md';

type Manifest = Readonly<
  Partial<
    Record<'dependencies' | 'devDependencies' | 'optionalDependencies', Readonly<Record<string, string>>>
  >
>;

/** Dependencies without a line that says what they replace, and lines without a dependency. */
export const dependencyList = (root: string): readonly Finding[] => {
  const manifests = sourceFiles(root, ['package.json']);
  const used = new Map(manifests.flatMap((file) => namesIn(root, file).map((name) => [name, file] as const)));
  const text = readFileSync(join(root, LIST), 'utf8');
  const listed = new Set([...text.matchAll(/^\|.*$/gm)].flatMap(([row]) => packagesIn(row)));
  return [
    ...[...used]
      .filter(([name]) => !listed.has(name))
      .map(([name, file]) => ({ rule: 'undocumented', file, message: `${name} needs a line in ${LIST}` })),
    ...[...listed]
      .filter((name) => !used.has(name))
      .map((name) => ({ rule: 'stale-line', file: LIST, message: `nothing depends on ${name} any more` })),
  ];
};

const namesIn = (root: string, file: string): readonly string[] => {
  const manifest = JSON.parse(readFileSync(join(root, file), 'utf8')) as Manifest;
  return [manifest.dependencies, manifest.devDependencies, manifest.optionalDependencies]
    .flatMap((group) => Object.keys(group ?? {}))
    .filter((name) => !name.startsWith('@sw/'));
};

/** Names in code quotes that can be a package: one part, or a scope and one part. */
const packagesIn = (row: string): readonly string[] =>
  [...row.matchAll(/`(@[a-z0-9-]+\/[a-z0-9.-]+|[a-z0-9][a-z0-9.-]*)`/g)].map(([, name = '']) => name);

export const dependencyListNet = (root: string): Net => ({
  name: 'dependency list',
  run: () => reportFindings(dependencyList(root)),
});
