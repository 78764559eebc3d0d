export { registerNavigationRoutes } from './navigation.routes.ts';
export { endShelter } from './shelter.service.ts';
