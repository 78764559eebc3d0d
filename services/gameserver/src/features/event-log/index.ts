export { registerEventLogRoutes } from './event-log.routes.ts';
