export { registerAuthRoutes } from './auth.routes.ts';
export { ensureDefaultAdmin, type GeneratedCredentials } from './default-admin.service.ts';
export { createDemoPlayers, type DemoPlayer } from './demo-players.service.ts';
export { type ResetOptions, resetAdmin } from './reset-admin.service.ts';
