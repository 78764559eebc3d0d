export { type Learned, learnArrival, writeLearned } from './arrival.ts';
export * from './charts.repository.ts';
export { type Knowledge, knowledgeOf } from './knowledge.ts';
export { isPublicMarket, publicCharts, publicLevelOf } from './public-chart.ts';
