export { registerAdminSystemRoutes } from './admin-system.routes.ts';
