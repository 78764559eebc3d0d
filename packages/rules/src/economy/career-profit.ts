import type { TradeLineResult } from './types.ts';

/**
 * What a trade adds to a career in credits (rule book, society 2.2): the realised profit of its lines together, never
 * below 0. Costs are exact, so neither splitting a trade nor buying and selling back ever counts for more.
 */
export function careerProfit(lines: readonly Pick<TradeLineResult, 'realisedProfit'>[]): bigint {
  const profit = lines.reduce((sum, { realisedProfit }) => sum + realisedProfit, 0n);
  return profit > 0n ? profit : 0n;
}
