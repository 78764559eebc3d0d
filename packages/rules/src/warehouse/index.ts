export * from './clear.ts';
export * from './constants.ts';
export * from './describe.ts';
export * from './rent.ts';
export * from './store.ts';
export * from './types.ts';
