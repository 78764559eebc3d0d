export type { AtlasRows } from './atlas.repository.ts';
export { buildAtlas } from './atlas.ts';
export { createAtlasKeeper } from './atlas-keeper.ts';
export type * from './atlas-types.ts';
export { ensureGalaxy } from './galaxy.service.ts';
export { writeLink, writeUnlink } from './link-writer.ts';
export type { NearStation } from './nearest-station.ts';
export { nearestStation } from './nearest-station.ts';
export { writeRegistration, writeWorld } from './region-writer.ts';
