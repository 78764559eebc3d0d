export * from './constants.ts';
export * from './recover.ts';
export * from './salvage.ts';
