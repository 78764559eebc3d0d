export { registerAdminUserRoutes } from './admin-users.routes.ts';
