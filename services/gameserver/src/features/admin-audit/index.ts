export { registerAdminAuditRoutes } from './admin-audit.routes.ts';
