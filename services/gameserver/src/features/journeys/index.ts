export { enterRegion } from './enter-region.ts';
export { registerJourneyRoutes } from './journeys.routes.ts';
