export * from './refine.ts';
