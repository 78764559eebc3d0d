export * from './service-price.ts';
export * from './visit.ts';
