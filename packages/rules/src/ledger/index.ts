export * from './accounts.ts';
export * from './legs.ts';
export * from './reasons.ts';
