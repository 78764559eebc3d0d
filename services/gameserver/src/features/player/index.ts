export { presentLocation, presentSectorSummary } from './location.ts';
export * from './player.repository.ts';
export { registerPlayerRoutes } from './player.routes.ts';
export { loadPlayerState } from './player.service.ts';
export type { CargoRow, PlayerRow, ShipRow } from './player-row.ts';
export { NO_MODULES } from './player-row.ts';
export * from './player-state.ts';
export { isOpenDock, presentAlerts, shelterEndOf } from './shelter.ts';
export { lockReturning, welcomeBack } from './welcome-back.ts';
