export * from './constants.ts';
export * from './plan-hauls.ts';
export * from './population.ts';
