export { registerAdminSecurityRoutes } from './admin-security.routes.ts';
export { watchAudit } from './watch-audit.ts';
