export { registerMapRoutes } from './map.routes.ts';
export { searchSectors } from './search-sectors.ts';
