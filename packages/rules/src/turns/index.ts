export * from './apply.ts';
export * from './check.ts';
export * from './constants.ts';
export * from './multiplier.ts';
export * from './settle.ts';
export * from './types.ts';
