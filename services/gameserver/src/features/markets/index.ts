export { findActivePlayers } from './flow.repository.ts';
export { renewFlow } from './flow.service.ts';
export * from './market-row.ts';
export * from './markets.repository.ts';
export { findMemory } from './price-memory.repository.ts';
export {
  findPointsOfHour,
  findPointsOfStation,
  findPointsSince,
  type PricePoint,
} from './price-points.repository.ts';
export { rememberStation, rememberStations, type SeenStation } from './remember.service.ts';
export { findDaysSince, type PriceDay } from './rollup.repository.ts';
export { rollUpPrices } from './rollup.service.ts';
export { HOUR_MS, publishHour } from './snapshot.service.ts';
