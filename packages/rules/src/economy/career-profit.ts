import type { TradeOutcome } from './types.ts';

/**
 * What a trade adds to a career in credits (rule book, society 2.2): the realised profit of its lines together, never
 * below 0. The average cost of a hold is floored; where one market sells and buys the same good, the cost of what is
 * sold is rounded up instead, so that buying and selling back never counts as profit.
 */
export function careerProfit({ lines, markets }: Pick<TradeOutcome, 'lines' | 'markets'>): bigint {
  const twoWay = new Set(
    markets.filter(({ direction }) => direction === 'both').map(({ commodity }) => commodity),
  );
  const profit = lines.reduce((sum, { side, commodity, quantity, realisedProfit }) => {
    const floored = side === 'sell' && twoWay.has(commodity) ? BigInt(quantity) : 0n;
    return sum + realisedProfit - floored;
  }, 0n);
  return profit > 0n ? profit : 0n;
}
