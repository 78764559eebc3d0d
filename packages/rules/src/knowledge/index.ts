export * from './bitmap.ts';
export * from './chart.ts';
export * from './check.ts';
export * from './constants.ts';
export * from './public-chart.ts';
export * from './rewards.ts';
export * from './scan.ts';
export * from './snapshot.ts';
