export { type CooldownRow, findCooldowns, untilOf, writeCooldown } from './cooldowns.repository.ts';
export { type Discovered, discover, frontierLocks } from './discover.ts';
export type { FrontierRow } from './discovery.repository.ts';
export { registerExplorationRoutes } from './exploration.routes.ts';
export { findItems, findReserve } from './harvest.repository.ts';
export { type HarvestRows, harvestStateOf } from './harvest.service.ts';
export { scanStateOf } from './scan.service.ts';
