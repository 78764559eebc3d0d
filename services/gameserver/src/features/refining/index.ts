export { presentRefinery } from './refining.presenter.ts';
export { deleteRefiningDays } from './refining.repository.ts';
export { registerRefiningRoutes } from './refining.routes.ts';
