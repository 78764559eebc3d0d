export { registerFirstLoginRoutes } from './first-login.routes.ts';
