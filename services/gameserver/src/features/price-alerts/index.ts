export { evaluateChanged, evaluateHour } from './evaluate.service.ts';
export { deleteEnded } from './price-alerts.repository.ts';
export { registerPriceAlertsRoutes } from './price-alerts.routes.ts';
