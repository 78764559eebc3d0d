export { advanceJourneys } from './advance-journey.service.ts';
export { beginJourney } from './begin-journey.service.ts';
export { enterRegion } from './enter-region.ts';
export { registerInternalJourneyRoutes } from './internal-journeys.routes.ts';
export { registerJourneyRoutes } from './journeys.routes.ts';
