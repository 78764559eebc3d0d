export { loadAtlas } from './atlas.ts';
export type * from './atlas-types.ts';
export { ensureGalaxy } from './galaxy.service.ts';
