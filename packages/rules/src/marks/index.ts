export * from './check.ts';
export * from './constants.ts';
export * from './text.ts';
