export * from './caps.ts';
export * from './catalogue.ts';
export * from './facts.ts';
export * from './formations.ts';
export * from './types.ts';
