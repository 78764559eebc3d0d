import type { TrackValues } from './promotion.ts';
import { promotedLevel } from './promotion.ts';

/** Where a career stands before an award. */
export interface Career {
  readonly rankLevel: number;
  readonly rankPoints: number;
  readonly tracks: TrackValues;
}

export interface RankChange {
  readonly rankPoints: number;
  readonly rankLevel: number;
  readonly isPromoted: boolean;
}

/**
 * Adds rank points and promotes as far as points and tracks carry (rule book, society 2.1); `tracks` are the values
 * after what earned the points. Rank and points never fall: throws on a negative award.
 */
export function awardRank({ rankLevel, rankPoints, tracks }: Career, points: number): RankChange {
  if (points < 0) {
    throw new RangeError('rank points never fall');
  }
  const after = rankPoints + points;
  const level = promotedLevel(rankLevel, after, tracks);
  return { rankPoints: after, rankLevel: level, isPromoted: level > rankLevel };
}
