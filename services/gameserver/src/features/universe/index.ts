export { loadAtlas } from './atlas.ts';
export type * from './atlas-types.ts';
export { ensureGalaxy, type GalaxyRequest } from './galaxy.service.ts';
