export * from './apply.ts';
export * from './check.ts';
export * from './constants.ts';
export * from './generate.ts';
export * from './job-count.ts';
export * from './pay.ts';
export * from './sealed-cargo.ts';
export * from './types.ts';
