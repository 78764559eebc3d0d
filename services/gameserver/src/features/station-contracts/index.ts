export { presentBoardCounter } from './board-counter.ts';
export { failOverdueContracts, voidContracts } from './end.service.ts';
export { postContracts } from './post-contracts.service.ts';
export { registerStationContractRoutes } from './station-contracts.routes.ts';
