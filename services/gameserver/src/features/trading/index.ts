export { registerTradingRoutes } from './trading.routes.ts';
