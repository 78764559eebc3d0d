export { registerNoticesRoutes } from './notices.routes.ts';
export { presentNotices } from './notices.service.ts';
export { createNoticesKeeper } from './notices-keeper.ts';
