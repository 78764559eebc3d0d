import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { installedBin } from '../process/installed-bin.ts';
import { runNode } from '../process/run-command.ts';
import { REPOSITORY } from '../tree/repository.ts';
import { withTemporaryTree } from '../tree/temporary-tree.ts';

const RULES = 'packages/rules/src';
const CLIENT = 'services/player-client/src';
const SERVER = 'services/gameserver/src';

/** [what is wrong, file, text, what the linter calls it] */
const VIOLATIONS: readonly (readonly [string, string, string, string])[] = [
  [
    'a clock in rules',
    `${RULES}/clock.ts`,
    'export const now = (): number => Date.now();',
    'noRestrictedGlobals',
  ],
  ['chance in rules', `${RULES}/chance.ts`, 'export const roll = (): number => Math.random();', 'plugin'],
  ['async in rules', `${RULES}/wait.ts`, 'export const wait = async (): Promise<void> => {};', 'plugin'],
  ['an async function in rules', `${RULES}/wait-too.ts`, 'export async function wait() {}', 'plugin'],
  [
    'a timer in contracts',
    'packages/contracts/src/timer.ts',
    'setTimeout(() => 1, 5);',
    'noRestrictedGlobals',
  ],
  ['process in rules', `${RULES}/process.ts`, 'export const p = process.pid;', 'noRestrictedGlobals'],
  ['fetch in rules', `${RULES}/fetch.ts`, "export const f = fetch('x');", 'noRestrictedGlobals'],
  ['console in rules', `${RULES}/console.ts`, "console.log('x');", 'noConsole'],
  ['console in a service', `${SERVER}/console.ts`, "console.log('x');", 'noConsole'],
  ['any', `${SERVER}/any.ts`, 'export const a = (b: any): unknown => b;', 'noExplicitAny'],
  ['a default export', `${SERVER}/default.ts`, 'export default 1;', 'noDefaultExport'],
  ['an enum', `${SERVER}/enum.ts`, 'export enum A { B }', 'noEnum'],
  ['an import without ending', `${SERVER}/ending.ts`, "export { a } from './any';", 'useImportExtensions'],
  [
    'a value import of a type',
    `${SERVER}/type.ts`,
    "import { A } from './enum.ts';\nexport const f = (a: A): A => a;",
    'useImportType',
  ],
  [
    'a type marked inside an import',
    `${SERVER}/marked.ts`,
    "import { type A } from './enum.ts';\nexport const f = (a: A): A => a;",
    'useImportType',
  ],
  ['an import written as a type', `${SERVER}/inline.ts`, "export type A = import('./enum.ts').A;", 'plugin'],
  [
    'an import written as the type of a value',
    `${SERVER}/typeof.ts`,
    "export const f = (a: unknown) => a as typeof import('./enum.ts');",
    'plugin',
  ],
  ['a file name with capitals', `${SERVER}/BadName.ts`, 'export const a = 1;', 'useFilenamingConvention'],
  [
    'the environment outside config',
    `${SERVER}/env.ts`,
    'export const e = process.env.HOME;',
    'noProcessEnv',
  ],
  [
    'a floating promise',
    `${SERVER}/floating.ts`,
    'const f = async (): Promise<void> => {};\nexport const g = (): void => { f(); };',
    'noFloatingPromises',
  ],
  ['a price in a client', `${CLIENT}/price.ts`, 'export const basePrice = 25;', 'plugin'],
  ['a cost in a client object', `${CLIENT}/cost.ts`, 'export const a = { warpCost: 3 };', 'plugin'],
  ['a cap in capitals in a client', `${CLIENT}/cap.ts`, 'export const TURN_CAP = 1_000;', 'plugin'],
  [
    'a rate set later in a client',
    `${CLIENT}/rate.ts`,
    'export const f = (): number => { let taxRate = 0; taxRate = 0.05; return taxRate; };',
    'plugin',
  ],
  ['words in a screen', `${CLIENT}/Words.tsx`, 'export const Words = () => <p>Hello</p>;', 'noJsxLiterals'],
  [
    'words in the kit',
    'packages/ui/src/Words.tsx',
    'export const Words = () => <p>Hello</p>;',
    'noJsxLiterals',
  ],
  [
    'a focused test',
    `${SERVER}/focus.test.ts`,
    "import { it } from 'vitest';\nit.only('x', () => {});",
    'noFocusedTests',
  ],
  [
    'a skipped test',
    `${SERVER}/skip.test.ts`,
    "import { it } from 'vitest';\nit.skip('x', () => {});",
    'noSkippedTests',
  ],
];

const CLEAN: readonly (readonly [string, string])[] = [
  [`${SERVER}/lazy.ts`, "export const load = () => import('./enum.ts');"],
  [
    `${CLIENT}/fine.ts`,
    'export const capacity = 3;\nexport const zeroCost = { cost: 0 };\nexport const lineCaptions = 2;',
  ],
  [`${CLIENT}/Fine.tsx`, 'export const Fine = ({ text }: { text: string }) => <p>{text} · </p>;'],
  [
    `${RULES}/fine.test.ts`,
    "import { it } from 'vitest';\nit('waits', async () => {\n  await Promise.resolve(new Date());\n});",
  ],
];

interface Report {
  readonly diagnostics: readonly {
    readonly category: string;
    readonly location: { readonly path: string };
  }[];
}

let found: ReadonlyMap<string, readonly string[]>;

beforeAll(async () => {
  const read = (path: string): string => readFileSync(join(REPOSITORY, path), 'utf8');
  const plugins = readdirSync(join(REPOSITORY, 'scripts/nets')).filter((name) => name.endsWith('.grit'));
  const files = {
    '.gitignore': 'node_modules/\n',
    'biome.json': read('biome.json'),
    ...Object.fromEntries(plugins.map((name) => [`scripts/nets/${name}`, read(`scripts/nets/${name}`)])),
    ...Object.fromEntries(VIOLATIONS.map(([, path, text]) => [path, `${text}\n`])),
    ...Object.fromEntries(CLEAN.map(([path, text]) => [path, `${text}\n`])),
  };
  const { output } = await withTemporaryTree(files, (root) =>
    runNode(
      installedBin('@biomejs/biome', 'biome'),
      ['lint', '--reporter=json', '--max-diagnostics=500', '--colors=off', 'packages', 'services'],
      { cwd: root, limitMs: 60_000 },
    ),
  );
  const report = JSON.parse(output.slice(output.indexOf('{"'), output.lastIndexOf('}') + 1)) as Report;
  const byFile = new Map<string, string[]>();
  for (const { category, location } of report.diagnostics) {
    byFile.set(location.path, [...(byFile.get(location.path) ?? []), category]);
  }
  found = byFile;
});

describe('the linter', () => {
  it.each(VIOLATIONS)('catches %s', (_what, path, _text, rule) => {
    expect(found.get(path)?.join(' ')).toContain(rule);
  });

  it.each(CLEAN)('is quiet about %s', (path) => {
    expect(found.get(path)).toBeUndefined();
  });
});
