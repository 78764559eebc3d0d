export { presentBank } from './bank.presenter.ts';
export { registerBankRoutes } from './bank.routes.ts';
