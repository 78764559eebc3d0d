export * from './economy/index.ts';
export * from './ledger/index.ts';
export * from './random/index.ts';
export * from './refusal.ts';
export * from './ships/index.ts';
export * from './turns/index.ts';
export * from './universe/index.ts';
