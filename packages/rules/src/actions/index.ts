export * from './describe.ts';
export * from './describe-chat.ts';
export * from './describe-contract.ts';
export * from './describe-exploration.ts';
export * from './describe-flight.ts';
export * from './describe-ships.ts';
export * from './describe-station.ts';
export * from './types.ts';
