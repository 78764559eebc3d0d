import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withTemporaryTree } from '../tree/temporary-tree.ts';
import { checkBoundaries } from './boundaries.ts';
import type { BoundaryException } from './exceptions.ts';

const manifest = (folder: string): string =>
  JSON.stringify({
    name: `@sw/${folder.split('/').at(-1)}`,
    exports: { '.': './src/index.ts', './errors': './src/errors.ts' },
  });

const FOLDERS = [
  'packages/rules',
  'packages/contracts',
  'packages/service-kit',
  'packages/db',
  'packages/api-client',
  'packages/ui',
  'packages/test-kit',
  'services/gameserver',
  'services/region-manager',
  'services/player-client',
  'e2e',
];

/** A package as npm installs it, its code below a folder named like our build results. */
const installed = (name: string): Record<string, string> => ({
  [`node_modules/${name}/package.json`]: JSON.stringify({ name, exports: './dist/index.js' }),
  [`node_modules/${name}/dist/index.js`]: 'export const part = 1;',
});

const tree = (files: Readonly<Record<string, string>>): Record<string, string> => ({
  'package.json': JSON.stringify({ workspaces: ['packages/*', 'services/*', 'e2e'] }),
  ...installed('zod'),
  ...installed('fastify'),
  ...Object.fromEntries(FOLDERS.map((folder) => [`${folder}/package.json`, manifest(folder)])),
  ...Object.fromEntries(FOLDERS.map((folder) => [`${folder}/src/index.ts`, "export * from './part.ts';"])),
  ...Object.fromEntries(FOLDERS.map((folder) => [`${folder}/src/part.ts`, 'export const part = 1;'])),
  'packages/contracts/src/errors.ts': "export * from './part.ts';",
  ...files,
});

/** Links workspaces into `node_modules`, as npm does. */
const linkWorkspaces = (root: string): void => {
  mkdirSync(join(root, 'node_modules/@sw'));
  for (const folder of FOLDERS) {
    symlinkSync(
      join(root, folder),
      join(root, 'node_modules/@sw', folder.split('/').at(-1) ?? folder),
      'dir',
    );
  }
};

/** Rules broken by a tree that is sound but for the given files. */
const caught = (
  files: Readonly<Record<string, string>>,
  exceptions: readonly BoundaryException[] = [],
): Promise<readonly string[]> =>
  withTemporaryTree(tree(files), async (root) => {
    linkWorkspaces(root);
    return (await checkBoundaries(root, exceptions)).map(({ rule, file }) => `${rule} ${file}`).sort();
  });

const importing = (specifier: string): string =>
  `import { part } from '${specifier}';\nexport const x = part;`;

describe('a sound tree', () => {
  it('is quiet', async () => {
    expect(
      await caught({
        'packages/contracts/src/a.ts': importing('@sw/rules'),
        'packages/contracts/src/b.ts': "import { z } from 'zod';\nexport const x = z;",
        'packages/service-kit/src/a.ts': importing('@sw/contracts/errors'),
        'packages/rules/src/a.test.ts': "import { part } from '@sw/test-kit';\nimport { z } from 'zod';",
        'services/gameserver/src/a.ts':
          "import { readFileSync } from 'node:fs';\nimport '@sw/db';\nreadFileSync;",
        'services/player-client/src/a.ts':
          "import type { part } from '@sw/rules';\nexport type X = typeof part;",
        'services/player-client/src/a.test.ts': importing('@sw/rules'),
        'e2e/src/main.ts': importing('@sw/test-kit'),
        'scripts/a.ts': importing('@sw/gameserver'),
      }),
    ).toEqual([]);
  });
});

describe('the import table', () => {
  it.each([
    ['packages/rules/src/a.ts', '@sw/contracts'],
    ['packages/service-kit/src/a.ts', '@sw/rules'],
    ['packages/db/src/a.ts', '@sw/contracts'],
    ['packages/ui/src/a.ts', '@sw/contracts'],
    ['packages/api-client/src/a.ts', '@sw/service-kit'],
    ['services/gameserver/src/a.ts', '@sw/api-client'],
    ['services/gameserver/src/a.ts', '@sw/region-manager'],
    ['services/region-manager/src/a.ts', '@sw/gameserver'],
    ['services/player-client/src/a.tsx', '@sw/db'],
    ['services/player-client/src/a.tsx', '@sw/rules'],
    ['services/player-client/src/a.test.tsx', '@sw/db'],
    ['packages/db/src/a.ts', '../../../scripts/a.ts'],
    ['packages/new/src/a.ts', '@sw/rules'],
    ['services/gameserver/src/a.ts', '@sw/test-kit'],
    ['e2e/src/a.ts', '@sw/gameserver'],
  ])('%s must not import %s', async (file, specifier) => {
    const files = { 'scripts/a.ts': 'export const part = 1;', [file]: importing(specifier) };
    expect(await caught(files)).toContain(`import-table ${file}`);
  });

  it('also sees re-exports, types and imports at run time', async () => {
    expect(
      await caught({
        'packages/rules/src/a.ts': "export * from '@sw/contracts';",
        'packages/rules/src/b.ts': "import type { part } from '@sw/contracts';\nexport type X = typeof part;",
        'packages/rules/src/c.ts': "export const load = () => import('@sw/contracts');",
      }),
    ).toEqual([
      'import-table packages/rules/src/a.ts',
      'import-table packages/rules/src/b.ts',
      'import-table packages/rules/src/c.ts',
    ]);
  });
});

describe('other boundaries', () => {
  it.each([
    ['pure-without-node', 'packages/rules/src/a.ts', 'node:fs'],
    ['pure-without-node', 'packages/contracts/src/a.ts', 'fs'],
    ['pure-without-packages', 'packages/rules/src/a.ts', 'zod'],
    ['pure-without-packages', 'packages/contracts/src/a.ts', 'fastify'],
    ['package-door', 'packages/contracts/src/a.ts', '../../rules/src/part.ts'],
    ['package-door', 'packages/contracts/src/a.ts', '../../rules/src/index.ts'],
    ['package-door', 'scripts/a.ts', '../packages/rules/src/index.ts'],
    ['unresolved-import', 'packages/contracts/src/a.ts', '@sw/rules/src/part.ts'],
    ['unresolved-import', 'packages/contracts/src/a.ts', './missing.ts'],
    ['unresolved-import', 'services/gameserver/src/a.ts', 'not-installed'],
    ['scene-data', 'services/player-client/src/scene/a.tsx', '@sw/api-client'],
  ])('%s: %s must not import %s', async (rule, file, specifier) => {
    expect(await caught({ [file]: importing(specifier) })).toContain(`${rule} ${file}`);
  });

  it('keeps test support out of production code', async () => {
    const files = { 'packages/db/src/testing.ts': "export * from './part.ts';" };
    expect(await caught({ ...files, 'packages/db/src/a.ts': importing('./testing.ts') })).toEqual([
      'testing-entry packages/db/src/a.ts',
    ]);
    expect(await caught({ ...files, 'packages/db/src/a.test.ts': importing('./testing.ts') })).toEqual([]);
  });

  it('lets a feature in only by its door', async () => {
    const features = 'services/gameserver/src/features';
    const files = {
      [`${features}/trading/index.ts`]: "export * from './trading.service.ts';",
      [`${features}/trading/trading.service.ts`]: 'export const part = 1;',
      [`${features}/ships/index.ts`]: importing('../trading/index.ts'),
      'services/gameserver/src/app.ts': importing('./features/ships/index.ts'),
    };
    expect(await caught(files)).toEqual([]);
    const inside = '../trading/trading.service.ts';
    expect(await caught({ ...files, [`${features}/ships/a.ts`]: importing(inside) })).toEqual([
      `feature-door ${features}/ships/a.ts`,
    ]);
    const fromApp = importing('./features/trading/trading.service.ts');
    expect(await caught({ ...files, 'services/gameserver/src/a.ts': fromApp })).toEqual([
      'feature-door services/gameserver/src/a.ts',
    ]);
  });

  it.each(['import', 'import type'])('finds circles closed by an %s', async (statement) => {
    expect(
      await caught({
        'packages/db/src/a.ts': importing('./b.ts'),
        'packages/db/src/b.ts': importing('./c.ts'),
        'packages/db/src/c.ts': `${statement} { x } from './a.ts';\nexport const part: typeof x = 1;`,
      }),
    ).toEqual(['cycle packages/db/src/a.ts']);
  });

  it('finds files that belong to nothing', async () => {
    expect(await caught({ 'packages/db/src/alone.ts': 'export const x = 1;' })).toEqual([
      'orphan packages/db/src/alone.ts',
    ]);
  });
});

describe('exceptions', () => {
  const exception: BoundaryException = {
    slug: 'rules-read-errors',
    rule: 'import-table',
    file: 'packages/rules/src/a.ts',
    target: 'packages/contracts/src/index.ts',
    reason: 'Only here to show that an exception is honoured.',
  };
  const violation = { [exception.file]: importing('@sw/contracts') };

  it('excuse exactly one finding', async () => {
    expect(await caught(violation, [exception])).toEqual([]);
    expect(
      await caught({ ...violation, 'packages/rules/src/b.ts': importing('@sw/db') }, [exception]),
    ).toEqual(['import-table packages/rules/src/b.ts']);
  });

  it('fail when they are stale', async () => {
    expect(await caught({}, [exception])).toEqual(['stale-exception scripts/nets/exceptions.ts']);
  });

  it('need a slug of their own and a reason', async () => {
    expect(await caught(violation, [{ ...exception, reason: 'because' }])).toEqual([
      'bad-exception scripts/nets/exceptions.ts',
    ]);
    expect(await caught(violation, [exception, { ...exception }])).toHaveLength(2);
  });
});
