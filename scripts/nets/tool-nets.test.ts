import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { REPOSITORY } from '../tree/repository.ts';
import { withTemporaryTree } from '../tree/temporary-tree.ts';
import { runNets } from './run-nets.ts';
import { knipNet, typeNets } from './tool-nets.ts';

const read = (path: string): string => readFileSync(join(REPOSITORY, path), 'utf8');

/** A tree with our own compiler settings and installed packages. */
const withProject = <T>(
  files: Readonly<Record<string, string>>,
  use: (root: string) => Promise<T>,
): Promise<T> =>
  withTemporaryTree(
    { 'package.json': '{"type":"module"}', 'tsconfig.base.json': read('tsconfig.base.json'), ...files },
    (root) => {
      symlinkSync(join(REPOSITORY, 'node_modules'), join(root, 'node_modules'), 'dir');
      return use(root);
    },
  );

const typeErrors = (project: string, text: string): Promise<string> =>
  withProject(
    { [`${project}/tsconfig.json`]: read(`${project}/tsconfig.json`), [`${project}/src/a.ts`]: text },
    async (root) => {
      const reports = await runNets(typeNets(root), 1, () => {});
      expect(reports).toHaveLength(1);
      return reports[0]!.result.ok ? '' : reports[0]!.result.output;
    },
  );

describe('the compiler', () => {
  it.each([
    ['packages/rules', 'export const w = window;', "'window'"],
    ['packages/rules', "import { readFileSync } from 'node:fs';\nexport const r = readFileSync;", 'node:fs'],
    ['packages/rules', 'export const p = process.pid;', "'process'"],
    ['packages/contracts', "export const f = fetch('x');", "'fetch'"],
    ['packages/service-kit', 'export enum Stage { One }', 'erasableSyntaxOnly'],
    ['packages/service-kit', 'export const first = (list: string[]): string => list[0];', 'undefined'],
  ])('refuses in %s: %s', async (project, text, complaint) => {
    expect(await typeErrors(project, text)).toContain(complaint);
  });

  it('accepts what is sound', async () => {
    expect(await typeErrors('packages/rules', 'export const a = (b: bigint): bigint => b + 1n;')).toBe('');
  });
});

describe('dead code', () => {
  const project = {
    'package.json': JSON.stringify({
      name: 'x',
      type: 'module',
      workspaces: ['packages/*'],
      devDependencies: {},
    }),
    'knip.config.ts': read('knip.config.ts'),
    'packages/a/package.json': JSON.stringify({ name: '@sw/a', exports: { '.': './src/index.ts' } }),
    'packages/a/src/index.ts': "export { used } from './used.ts';\n",
    'packages/a/src/used.ts': 'export const used = 1;\n',
  };
  const knip = (files: Readonly<Record<string, string>>): Promise<string> =>
    withProject({ ...project, ...files }, async (root) => (await knipNet(root).run()).output);

  it('is found as unused files, exports and dependencies, and as undeclared ones', async () => {
    const output = await knip({
      'packages/a/package.json': JSON.stringify({
        name: '@sw/a',
        exports: { '.': './src/index.ts' },
        dependencies: { pino: '10.4.0' },
      }),
      'packages/a/src/used.ts':
        "import fastify from 'fastify';\nexport const used = fastify;\nexport const idle = 1;\n",
      'packages/a/src/forgotten.ts': 'export const forgotten = 1;\n',
    });
    expect(output).toMatch(/Unused files \(1\)\s+packages\/a\/src\/forgotten\.ts/);
    expect(output).toMatch(/Unused dependencies \(1\)\s+pino/);
    expect(output).toMatch(/Unlisted dependencies \(1\)\s+fastify/);
    expect(output).toMatch(/Unused exports \(1\)\s+idle/);
  });
});
