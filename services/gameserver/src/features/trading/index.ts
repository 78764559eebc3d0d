export { insertTransactions } from './trading.repository.ts';
export { registerTradingRoutes } from './trading.routes.ts';
