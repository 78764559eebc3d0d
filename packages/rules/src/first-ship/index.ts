export * from './apply.ts';
export * from './check.ts';
export * from './choose-targets.ts';
export * from './constants.ts';
export * from './open-steps.ts';
export * from './types.ts';
export * from './view.ts';
