export { registerAdminPlayersRoutes } from './admin-players.routes.ts';
