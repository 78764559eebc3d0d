export * from './catalogue.ts';
export * from './condition.ts';
export * from './constants.ts';
export * from './effective-stats.ts';
export * from './registration.ts';
export * from './shields.ts';
export * from './ship-name.ts';
export * from './types.ts';
