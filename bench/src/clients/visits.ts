import type { Visit } from './bundle-sizes.ts';

/** What somebody's browser loads until he can act, in English; catalogues are chunks like any other. */
export const PLAYER_VISITS: readonly Visit[] = [
  { name: 'landing', chunks: ['PublicApp', 'common', 'auth'] },
  {
    name: 'cockpit without 3D',
    chunks: ['mount-game', 'GameShell', 'CockpitPage', 'common', 'game', 'trade', 'errors'],
  },
];

export const CONSOLE_VISITS: readonly Visit[] = [{ name: 'console', chunks: [] }];

/** The chunk that holds three.js and the scene. */
export const SCENE_CHUNK = 'SectorScene';
