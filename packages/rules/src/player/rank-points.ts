import {
  FULL_TRADE_RANK_POINTS_PER_DAY,
  PROFIT_PER_RANK_POINT,
  REDUCED_PROFIT_DIVISOR,
} from './constants.ts';

/** Where a trader stands before a sale. */
export interface ProfitState {
  /** Credits of profit not yet turned into points, 0..999. */
  readonly carry: number;
  /** Rank points from trade in this UTC day so far. */
  readonly rankPointsToday: number;
}

export interface ProfitAward {
  readonly rankPoints: number;
  readonly carry: number;
}

/**
 * Rank points of a realised profit (rule book, society 2.2): one for 1,000 credits, the remainder is carried. The
 * first 200 points of a UTC day count in full; profit beyond them counts a quarter (floored). A loss gives and takes
 * nothing.
 */
export function profitRankPoints(
  { carry, rankPointsToday }: ProfitState,
  realisedProfit: bigint,
): ProfitAward {
  if (realisedProfit <= 0n) {
    return { rankPoints: 0, carry };
  }
  const pointsLeft = BigInt(Math.max(0, FULL_TRADE_RANK_POINTS_PER_DAY - rankPointsToday));
  const room = pointsLeft * PROFIT_PER_RANK_POINT - BigInt(carry);
  const inFull = clamp(realisedProfit, room);
  const total = BigInt(carry) + inFull + (realisedProfit - inFull) / REDUCED_PROFIT_DIVISOR;
  return { rankPoints: Number(total / PROFIT_PER_RANK_POINT), carry: Number(total % PROFIT_PER_RANK_POINT) };
}

function clamp(profit: bigint, room: bigint): bigint {
  if (room <= 0n) {
    return 0n;
  }
  if (profit <= room) {
    return profit;
  }
  return room;
}
