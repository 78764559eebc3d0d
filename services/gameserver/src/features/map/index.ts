export { registerMapRoutes } from './map.routes.ts';
