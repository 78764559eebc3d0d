export * from './constants.ts';
export * from './entry.ts';
export * from './lifecycle.ts';
export * from './map-slot.ts';
export * from './region-code.ts';
export * from './zone-tuning.ts';
