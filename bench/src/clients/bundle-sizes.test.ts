import { describe, expect, it } from 'vitest';
import { filesOf, scriptsOf, staticClosure } from './bundle-sizes.ts';

const FILES: Readonly<Record<string, string>> = {
  'index-AAAAAAA1.js':
    'import{a}from"./shared-BBBBBBB2.js";import"./side-CCCCCCC3.js";const b=()=>import("./map-D_DDDD-4.js");',
  'shared-BBBBBBB2.js': 'import{c}from"./index-AAAAAAA1.js";export{c as a}',
  'side-CCCCCCC3.js': '',
  'map-D_DDDD-4.js': 'import"./three-EEEEEEE5.js"',
  'three-EEEEEEE5.js': '',
};
const NAMES = Object.keys(FILES);
const read = (name: string): string => FILES[name] ?? '';

describe('what a visit loads', () => {
  it('begins with the scripts of the page', () => {
    expect(
      scriptsOf('<script type="module" src="/assets/index-AAAAAAA1.js"></script><link href="/assets/x.css">'),
    ).toEqual(['index-AAAAAAA1.js']);
  });

  it('follows static imports, in circles too, and leaves what waits for a call', () => {
    expect([...staticClosure(['index-AAAAAAA1.js'], NAMES, read)].toSorted()).toEqual([
      'index-AAAAAAA1.js',
      'shared-BBBBBBB2.js',
      'side-CCCCCCC3.js',
    ]);
  });

  it('goes on with the chunks it asks for, found by the names of their modules', () => {
    const roots = ['index-AAAAAAA1.js', ...filesOf(['map'], NAMES)];
    expect(staticClosure(roots, NAMES, read).size).toBe(5);
  });

  it('notices a chunk that is no longer there', () => {
    expect(() => filesOf(['market'], NAMES)).toThrow('market');
  });
});
