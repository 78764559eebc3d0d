export { contactActions } from './assist.service.ts';
export { burnFuses } from './burn-fuses.ts';
export { SHIP_COUNTERS } from './counters.ts';
export { emptyHold } from './fleet.repository.ts';
export type { FleetMoment } from './fleet-moment.ts';
export { readFleet } from './read-fleet.ts';
export { insertRegistryEvents } from './registry.repository.ts';
export { runFleetCommand } from './run-fleet-command.ts';
export { registerShipRoutes } from './ships.routes.ts';
