export type { RankAwarded } from './award-rank-points.ts';
export { awardRankPoints } from './award-rank-points.ts';
export { awardTradeProfit } from './award-trade-profit.ts';
