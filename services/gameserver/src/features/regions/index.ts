export { advanceLives, evacuateEnded } from './advance-life.service.ts';
export { followHub } from './apply-orders.service.ts';
export { attachRegion } from './attach-region.service.ts';
export { readCertificate } from './certificate.service.ts';
export { registerInternalRegionRoutes } from './internal.routes.ts';
export { makeRegions } from './make-regions.service.ts';
export { ensureRegionWorld } from './region-world.ts';
export type { RegionRequest } from './register-region.ts';
export { assertMakeable, registerRegion, registrationLoads } from './register-region.ts';
