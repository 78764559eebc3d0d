export { registerNavigationRoutes } from './navigation.routes.ts';
export { readSector } from './sector.service.ts';
export { endShelter } from './shelter.service.ts';
