export { insertTransactions, writeCargo } from './trading.repository.ts';
export { registerTradingRoutes } from './trading.routes.ts';
