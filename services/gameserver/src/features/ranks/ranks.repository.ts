import type { AnyStatement, Sql } from '@sw/db';

/** One reason rank points were given for; source and reference together count once for a player. */
export interface RankAward {
  readonly source: string;
  readonly refId: string;
  readonly points: number;
}

/** What exploring adds to a career by the command that earns the points. */
export interface ExplorationGains {
  readonly sectorsVisited: number;
  readonly sectorsDiscovered: number;
  /** The UTC day, and the rank points exploration has given in it: they end at a limit. */
  readonly explorationDay: Date;
  readonly explorationPoints: number;
}

/** What a trade adds to a career. */
export interface TradeGains {
  readonly profit: bigint;
  /** Credits that do not make a point yet. */
  readonly carry: number;
  /** The UTC day, and the rank points trade has given in it. */
  readonly tradeDay: Date;
  readonly tradePoints: number;
}

/** What the tracks of a career gain; one command moves one of them. */
export interface TrackGains {
  readonly exploration?: ExplorationGains;
  readonly trade?: TradeGains;
}

/** Keeps points, level and, where the career moved, its tracks, in one statement. */
export const writeRank = (
  sql: Sql,
  playerId: string,
  rank: { readonly rankPoints: number; readonly rankLevel: number },
  { exploration, trade }: TrackGains,
): AnyStatement => {
  if (trade !== undefined) {
    return sql`
      UPDATE players SET rank_points = ${rank.rankPoints}, rank_level = ${rank.rankLevel},
        realised_profit = realised_profit + ${String(trade.profit)}::int8, profit_carry = ${trade.carry},
        trade_day = ${trade.tradeDay}, trade_points = ${trade.tradePoints}
      WHERE id = ${playerId}`;
  }
  if (exploration !== undefined) {
    return sql`
      UPDATE players SET rank_points = ${rank.rankPoints}, rank_level = ${rank.rankLevel},
        sectors_visited = sectors_visited + ${exploration.sectorsVisited},
        sectors_discovered = sectors_discovered + ${exploration.sectorsDiscovered},
        exploration_day = ${exploration.explorationDay}, exploration_points = ${exploration.explorationPoints}
      WHERE id = ${playerId}`;
  }
  return sql`UPDATE players SET rank_points = ${rank.rankPoints}, rank_level = ${rank.rankLevel} WHERE id = ${playerId}`;
};

/** The trail of awards; giving one twice is a defect the key refuses. */
export const insertAwards = (
  sql: Sql,
  playerId: string,
  awards: readonly RankAward[],
  nowMs: number,
): AnyStatement =>
  sql`INSERT INTO rank_point_events (player_id, source, ref_id, points, at)
      SELECT ${playerId}::uuid, a.source, a.ref_id, a.points, ${new Date(nowMs)}
      FROM unnest(${awards.map(({ source }) => source)}::text[], ${awards.map(({ refId }) => refId)}::text[],
                  ${awards.map(({ points }) => points)}::int2[]) AS a (source, ref_id, points)`;
