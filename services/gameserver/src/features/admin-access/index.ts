export { registerAdminAccessRoutes } from './admin-access.routes.ts';
