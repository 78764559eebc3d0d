import { describe, expect, it } from 'vitest';
import { staticClosure } from './bundle-sizes.ts';

const FILES: Readonly<Record<string, string>> = {
  'index-1.js': 'import{a}from"./shared-2.js";import"./side-3.js";const b=()=>import("./map-4.js");',
  'shared-2.js': 'import{c}from"./index-1.js";export{c as a}',
  'side-3.js': '',
  'map-4.js': 'import"./three-5.js"',
  'three-5.js': '',
};
const HTML =
  '<script type="module" src="/assets/index-1.js"></script><link rel="stylesheet" href="/assets/x.css">';

describe('what a page loads at once', () => {
  it('follows static imports, in circles too, and leaves what waits for a call', () => {
    const closure = staticClosure(HTML, Object.keys(FILES), (name) => FILES[name] ?? '');
    expect([...closure].toSorted()).toEqual(['index-1.js', 'shared-2.js', 'side-3.js']);
  });

  it('is nothing for a page without scripts', () => {
    expect(staticClosure('<p>', Object.keys(FILES), () => '').size).toBe(0);
  });
});
