export * from './constants.ts';
export * from './stop.ts';
export * from './types.ts';
