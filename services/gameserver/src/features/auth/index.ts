export { registerAuthRoutes } from './auth.routes.ts';
export { ensureDefaultAdmin } from './default-admin.service.ts';
export { createDemoPlayers, type DemoPlayer } from './demo-players.service.ts';
export { resetAdmin } from './reset-admin.service.ts';
