import type { Sql } from '@sw/db';
import { profitRankPoints } from '@sw/rules';
import type { PlayerRow } from '../player/index.ts';
import type { RankAwarded } from './award-rank-points.ts';
import { awardRankPoints } from './award-rank-points.ts';

const DAY_MS = 86_400_000;

/**
 * Rank points of the profit of a trade (rule book, society 2.2), once for each trade; null when it made none. The player
 * row must be locked.
 */
export const awardTradeProfit = (
  sql: Sql,
  player: PlayerRow,
  trade: { readonly id: string; readonly profit: bigint; readonly sectorId: number; readonly nowMs: number },
): RankAwarded | null => {
  const { id, profit, sectorId, nowMs } = trade;
  if (profit <= 0n) return null;
  const tradeDay = new Date(nowMs - (nowMs % DAY_MS));
  const pointsToday = player.tradeDay?.getTime() === tradeDay.getTime() ? player.tradePoints : 0;
  const { rankPoints, carry } = profitRankPoints(
    { carry: player.profitCarry, rankPointsToday: pointsToday },
    profit,
  );
  return awardRankPoints(sql, player, [{ source: 'trade', refId: id, points: rankPoints }], {
    nowMs,
    sectorId,
    gains: { trade: { profit, carry, tradeDay, tradePoints: pointsToday + rankPoints } },
  });
};
