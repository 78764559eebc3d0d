export { awardRankPoints } from './award-rank-points.ts';
