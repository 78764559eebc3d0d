export { breakUpDerelicts } from './fleet.repository.ts';
export { insertRegistryEvents } from './registry.repository.ts';
export { registerShipRoutes } from './ships.routes.ts';
