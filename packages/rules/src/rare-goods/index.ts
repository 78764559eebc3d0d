export * from './constants.ts';
export * from './sell-rare.ts';
