import { profitRankPoints, promotedLevel } from '@sw/rules';
import type { Pilot } from './pilot.ts';

/** Rank points and the promotion they bring (rule book, society 2). */
export function awardRankPoints(pilot: Pilot, points: number): void {
  if (points === 0) return;
  pilot.rankPoints += points;
  pilot.rankLevel = promotedLevel(pilot.rankLevel, pilot.rankPoints, {
    trade: pilot.tradeProfit,
    combat: 0n,
    exploration: BigInt(pilot.visited.reduce((sum, seen) => sum + seen, 0)),
    building: 0n,
  });
}

/** Rank points of a realised profit. */
export function awardProfit(pilot: Pilot, realisedProfit: bigint): void {
  if (realisedProfit <= 0n) return;
  pilot.tradeProfit += realisedProfit;
  const award = profitRankPoints(
    { carry: pilot.profitCarry, rankPointsToday: pilot.tradePointsToday },
    realisedProfit,
  );
  pilot.profitCarry = award.carry;
  pilot.tradePointsToday += award.rankPoints;
  awardRankPoints(pilot, award.rankPoints);
}
