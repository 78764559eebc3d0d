export { advanceLives, evacuateEnded } from './advance-life.service.ts';
export { registerInternalRegionRoutes } from './internal.routes.ts';
export { makeRegions } from './make-regions.service.ts';
export type { RegionRequest } from './register-region.ts';
export { assertMakeable, registerRegion, registrationLoads } from './register-region.ts';
