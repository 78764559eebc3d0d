import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { REPOSITORY } from '../tree/repository.ts';
import type { Manifest } from './bundle-sizes.ts';
import { closureOf, sizesOf, wireBytes } from './bundle-sizes.ts';

const KB = 1_000;
const DIST = join(REPOSITORY, 'services/player-client/dist');
const MANIFEST = join(DIST, '.vite/manifest.json');

const catalogue = (name: string): string => `../../packages/i18n/locales/en/${name}.json`;

const LANDING = ['index.html', 'src/app/PublicApp.tsx'];
/** The cockpit with its words; the window onto the sector counts with the 3D picture in it. */
const GAME = [
  'index.html',
  'src/app/mount-game.tsx',
  'src/shell/GameShell.tsx',
  'src/features/navigation/CockpitPage.tsx',
  ...['common', 'game', 'trade', 'errors'].map(catalogue),
];
const SCENE = ['src/scene/index.ts', 'src/scene/SectorScene.tsx'];

/** The chart in space, with the map it stands in. */
const GALAXY = ['src/features/map/MapPage.tsx', 'src/features/map/GalaxyView.tsx'];
const IN_3D = [...SCENE, ...GALAXY.slice(1)];

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

// `npm test` builds before it comes here; without a build there is nothing to measure.
describe.skipIf(!existsSync(MANIFEST))('budgets of the player client (rule book, front ends 5.2)', () => {
  const manifest: Manifest = existsSync(MANIFEST)
    ? (JSON.parse(readFileSync(MANIFEST, 'utf8')) as Manifest)
    : {};
  const bytesOf = wireBytes(DIST);
  const sizeOf = (roots: readonly string[], before?: ReadonlySet<string>) =>
    sizesOf(manifest, closureOf(manifest, roots), bytesOf, before);

  it('landing and sign-in', () => {
    expect(sizeOf(LANDING).js).toBeLessThanOrEqual(90 * KB);
  });

  it('the first load of the game', () => {
    const { js, css, fonts } = sizeOf(GAME);
    expect(js).toBeLessThanOrEqual(190 * KB);
    expect(css).toBeLessThanOrEqual(30 * KB);
    expect(fonts).toBeLessThanOrEqual(90 * KB);
  });

  it('the sector in 3D', () => {
    expect(sizeOf(SCENE, closureOf(manifest, GAME)).js).toBeLessThanOrEqual(300 * KB);
  });

  it('the galaxy in 3D', () => {
    expect(sizeOf(GALAXY, closureOf(manifest, GAME)).js).toBeLessThanOrEqual(300 * KB);
  });

  it('every other part that is loaded later', () => {
    const game = closureOf(manifest, GAME);
    const heavy = Object.entries(manifest)
      .filter(
        ([key, { isDynamicEntry }]) => isDynamicEntry === true && !IN_3D.includes(key) && !game.has(key),
      )
      .map(([key]) => [key, sizeOf([key], game).js] as const)
      .filter(([, js]) => js > 60 * KB);
    expect(heavy).toEqual([]);
  });
});
