import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sourceHash } from './source-hash.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'sectorwars-hash-'));
  put('app/src/main.tsx', 'main');
  put('app/index.html', 'page');
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function put(path: string, text: string): void {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), text);
}

const hash = (): string => sourceHash(root, ['app', 'shared', 'lock.json']);

describe('sourceHash', () => {
  it('changes with a content, a name, a new file and a new folder', () => {
    const hashes = [hash()];
    put('app/src/main.tsx', 'changed');
    hashes.push(hash());
    renameSync(join(root, 'app/src/main.tsx'), join(root, 'app/src/other.tsx'));
    hashes.push(hash());
    put('app/src/new.ts', '');
    hashes.push(hash());
    put('shared/token.css', '');
    hashes.push(hash());
    put('lock.json', '{}');
    hashes.push(hash());
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  it('does not change with times, tests, builds and installed packages', () => {
    const before = hash();
    utimesSync(join(root, 'app/index.html'), new Date(0), new Date(0));
    put('app/src/main.test.tsx', 'test');
    put('app/dist/index.html', 'built');
    put('app/node_modules/x/index.js', 'package');
    expect(hash()).toBe(before);
  });
});
