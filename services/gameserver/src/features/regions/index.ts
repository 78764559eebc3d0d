export { advanceLives, evacuateEnded } from './advance-life.service.ts';
export type { EntryRow } from './entry.repository.ts';
export { findEntry, lockEntry } from './entry.repository.ts';
export type { Entry } from './entry.ts';
export { entryOf, gatedRegion, plannedToll } from './entry.ts';
export { registerInternalRegionRoutes } from './internal.routes.ts';
export { makeRegions } from './make-regions.service.ts';
export type { RegionRequest } from './register-region.ts';
export { assertMakeable, registerRegion, registrationLoads } from './register-region.ts';
