export { readSettings } from './read-settings.ts';
export { registerSettingsRoutes } from './settings.routes.ts';
