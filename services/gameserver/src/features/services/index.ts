export { loadVisitor } from './load-visitor.ts';
export { saveVisit } from './save-visit.ts';
export { numberInput, presentService, presentServiceAction } from './service-action.ts';
export type { ServiceProvider, ServiceProviders } from './service-provider.ts';
export { registerServicesRoutes } from './services.routes.ts';
export type { Visitor } from './visit.ts';
