export { presentRefinery } from './refining.presenter.ts';
export { registerRefiningRoutes } from './refining.routes.ts';
