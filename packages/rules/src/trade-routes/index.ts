export { bestTrade, unlimitedQuantity } from './best-quantity.ts';
export * from './constants.ts';
export { findRoutes } from './find-routes.ts';
export { fitTerms } from './known-terms.ts';
export type * from './types.ts';
