export * from './intelligence.ts';
