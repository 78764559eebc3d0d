export { type Learned, learnArrival, learnFound, writeLearned } from './arrival.ts';
export * from './charts.repository.ts';
export { type Knowledge, knowledgeOf } from './knowledge.ts';
export { presentKnownStation } from './known-station.ts';
export { isPublicMarket } from './public-chart.ts';
export { trimSightings } from './trim-sightings.ts';
