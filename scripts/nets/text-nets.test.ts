import { describe, expect, it } from 'vitest';
import { withTemporaryTree } from '../tree/temporary-tree.ts';
import { dependencyList } from './dependency-list.ts';
import { documents } from './documents.ts';
import { leftovers } from './leftovers.ts';
import { rawColours } from './raw-colours.ts';

const coloursIn = (file: string, text: string): Promise<readonly string[]> =>
  withTemporaryTree({ [file]: text }, (root) => rawColours(root).map((finding) => finding.file));

describe('raw colours', () => {
  const css = 'services/player-client/src/features/trading/TradePanel.module.css';

  it.each([
    '.a { color: #fff; }',
    '.a { background: #0d121b80; }',
    '.a { border: 1px solid rgb(1 2 3 / 40%); }',
    '.a { color: oklch(60% 0.1 200); }',
    '.a { color: white; }',
    '.a { box-shadow: 0 0 4px black; }',
  ])('are caught in styles: %s', async (text) => {
    expect(await coloursIn(css, text)).toEqual([`${css}:1`]);
  });

  it.each([
    '.a { color: var(--text-1); }',
    '/* was #fff */ .a { color: currentcolor; }',
    '.a { background: color-mix(in oklab, var(--bg-1), transparent); }',
    '.a { mask-image: linear-gradient(90deg, transparent, #000 34%); }',
    '.white-space { white-space: nowrap; }',
    '#root { color: inherit; }',
  ])('are not seen where there are none: %s', async (text) => {
    expect(await coloursIn(css, text)).toEqual([]);
  });

  it('are caught in code', async () => {
    const file = 'services/player-client/src/scene/Star.tsx';
    expect(await coloursIn(file, "export const glow = '#ffcc00';")).toEqual([`${file}:1`]);
    expect(await coloursIn(file, "export const link = '#top';")).toEqual([]);
  });

  it('belong into the palette', async () => {
    expect(await coloursIn('packages/ui/src/css/tokens.css', ':root { --bg-0: #070a10; }')).toEqual([]);
    expect(await coloursIn('packages/ui/src/css/base.css', ':root { --bg-0: #070a10; }')).toHaveLength(1);
  });
});

describe('leftovers', () => {
  it('finds notes to self, with the line', async () => {
    const note = ['TO', 'DO'].join('');
    const files = {
      'packages/rules/src/a.ts': `export const a = 1;\n// ${note}: round up\n`,
      'packages/rules/src/b.ts': 'export const todoList = 1;\n',
    };
    const found = await withTemporaryTree(files, leftovers);
    expect(found.map(({ file }) => file)).toEqual(['packages/rules/src/a.ts:2']);
  });
});

describe('the list of dependencies', () => {
  const files = {
    'package.json': JSON.stringify({ devDependencies: { vitest: '5.1.1' } }),
    'packages/a/package.json': JSON.stringify({
      dependencies: { '@scope/thing': '1.0.0', '@sw/rules': '*' },
    }),
  };
  const findings = (list: string) =>
    withTemporaryTree({ ...files, 'docs/adr/README.md': list }, (root) =>
      dependencyList(root).map(({ rule, message }) => `${rule}: ${message.split(' ', 1)[0] ?? ''}`),
    );

  it('is quiet when every package has its line', async () => {
    expect(await findings('| `vitest` | a runner |\n| `@scope/thing` | writing it |\n')).toEqual([]);
  });

  it('finds packages without a line and lines without a package', async () => {
    const list = '| `vitest` | a runner |\n| `moment` | arithmetic |\nThe text may name `anything`.\n';
    expect(await findings(list)).toEqual(['undocumented: @scope/thing', 'stale-line: nothing']);
  });
});

describe('documents', () => {
  const saidIn = (text: string): Promise<readonly string[]> =>
    withTemporaryTree(
      {
        'docs/guide.md': text,
        'docs/adr/0001-one.md': '',
        'packages/rules/src/index.ts': '',
        'package.json': '{ "scripts": { "start": "" } }',
      },
      (root) => documents(root).map(({ rule, message }) => `${rule} ${message}`),
    );

  it.each([
    ['[one](adr/0002-two.md)', 'dead-link adr/0002-two.md is not there'],
    ['see `packages/rules/src/gone.ts`', 'no-such-path packages/rules/src/gone.ts is not there'],
    ['`npm run fly -- --fast`', 'no-such-script npm run fly does nothing'],
  ])('that name what is not there are caught: %s', async (text, finding) => {
    expect(await saidIn(text)).toEqual([finding]);
  });

  it.each([
    '[one](adr/0001-one.md#context), [home](https://example.org/x), [here](#below)',
    '`packages/rules/src/index.ts`, `packages/rules`, `packages/<name>/src`, `packages/*/README.md`',
    '`npm run start`',
  ])('may name what is: %s', async (text) => {
    expect(await saidIn(text)).toEqual([]);
  });
});
