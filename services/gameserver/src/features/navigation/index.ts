export { registerNavigationRoutes } from './navigation.routes.ts';
