export * from './alerts.ts';
export * from './constants.ts';
export * from './types.ts';
