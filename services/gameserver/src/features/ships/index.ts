export { breakUpDerelicts } from './break-up-derelicts.ts';
export { SHIP_COUNTERS } from './counters.ts';
export { insertRegistryEvents } from './registry.repository.ts';
export { registerShipRoutes } from './ships.routes.ts';
