export { type AppOptions, buildApp, type GameApp } from './app.ts';
export { loadConfig } from './config.ts';
export { MIGRATIONS_DIR, type RunningServer, type StartOptions, startGameServer } from './main.ts';
