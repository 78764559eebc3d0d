export { breakUpDerelicts } from './break-up-derelicts.ts';
export { expireWrecks } from './expire-wrecks.ts';
export { findAdrift } from './wrecks.repository.ts';
export { registerWreckRoutes } from './wrecks.routes.ts';
