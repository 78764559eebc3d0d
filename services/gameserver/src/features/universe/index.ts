export type { AtlasRows } from './atlas.repository.ts';
export { buildAtlas } from './atlas.ts';
export type * from './atlas-types.ts';
export { ensureGalaxy } from './galaxy.service.ts';
export { loadAtlas, refreshNames } from './load-atlas.ts';
export type { NearStation } from './nearest-station.ts';
export { nearestStation } from './nearest-station.ts';
