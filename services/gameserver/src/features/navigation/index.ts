export { registerNavigationRoutes } from './navigation.routes.ts';
export { loadSector } from './sector.service.ts';
export { endShelter } from './shelter.service.ts';
