export * from './apply.ts';
export * from './check.ts';
export * from './constants.ts';
export * from './reserve.ts';
export * from './types.ts';
