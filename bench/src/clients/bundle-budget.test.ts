import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Manifest } from './bundle-sizes.ts';
import { closureOf, sizesOf } from './bundle-sizes.ts';
import { measureClient } from './measure-client.ts';
import { PLAYER_CLIENT } from './visits.ts';

const DIST = fileURLToPath(new URL('../../../services/player-client/dist', import.meta.url));

describe('what a page loads', () => {
  const manifest: Manifest = {
    'index.html': { file: 'index.js', imports: ['_shared.js'], css: ['index.css'] },
    '_shared.js': { file: 'shared.js', imports: ['index.html'], assets: ['ui.woff2'] },
    'late.tsx': { file: 'late.js', imports: ['_shared.js'], css: ['index.css', 'late.css'] },
  };

  it('counts each file once and leaves out what is there already', () => {
    const page = closureOf(manifest, ['index.html']);
    expect(sizesOf(manifest, page, () => 10)).toEqual({ js: 20, css: 10, fonts: 10 });
    const late = closureOf(manifest, ['late.tsx']);
    expect(sizesOf(manifest, late, () => 10, page)).toEqual({ js: 10, css: 10, fonts: 0 });
  });

  it('does not take a page that is gone for a small one', () => {
    expect(() => closureOf(manifest, ['gone.tsx'])).toThrow('gone.tsx');
  });
});

const sizes = measureClient(DIST, PLAYER_CLIENT);

// `npm test` builds before it comes here; without a build there is nothing to measure.
describe.skipIf(sizes === null)('budgets of the player client (rule book, front ends 5.2)', () => {
  it.each((sizes?.visits ?? []).map((visit) => [visit.name, visit] as const))('%s', (_name, visit) => {
    for (const kind of ['js', 'css', 'fonts'] as const)
      expect(visit[kind], kind).toBeLessThanOrEqual(visit.budget[kind] ?? Number.POSITIVE_INFINITY);
  });

  it('every other part that is loaded later', () => {
    expect(sizes?.lazy.filter(({ js }) => js > sizes.lazyBudget)).toEqual([]);
  });
});
