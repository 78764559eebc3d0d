export { presentIntelligence } from './intelligence.presenter.ts';
export { registerIntelligenceRoutes } from './intelligence.routes.ts';
export { findLiveStations, knowsLivePrices } from './reach.ts';
export { readStations } from './read-stations.ts';
