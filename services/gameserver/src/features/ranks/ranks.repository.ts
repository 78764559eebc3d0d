import type { AnyStatement, Sql } from '@sw/db';

/** One reason rank points were given for; source and reference together count once for a player. */
export interface RankAward {
  readonly source: string;
  readonly refId: string;
  readonly points: number;
}

/** What a career adds to its tracks by the command that earns the points. */
export interface TrackGains {
  readonly sectorsVisited: number;
  readonly sectorsDiscovered: number;
  /** The UTC day, and the rank points exploration has given in it: they end at a limit. */
  readonly explorationDay: Date;
  readonly explorationPoints: number;
}

/** Keeps points, level and, where the career moved, its tracks. */
export const writeRank = (
  sql: Sql,
  playerId: string,
  rank: { readonly rankPoints: number; readonly rankLevel: number },
  gains: TrackGains | undefined,
): AnyStatement =>
  gains === undefined
    ? sql`UPDATE players SET rank_points = ${rank.rankPoints}, rank_level = ${rank.rankLevel} WHERE id = ${playerId}`
    : sql`UPDATE players SET rank_points = ${rank.rankPoints}, rank_level = ${rank.rankLevel},
            sectors_visited = sectors_visited + ${gains.sectorsVisited},
            sectors_discovered = sectors_discovered + ${gains.sectorsDiscovered},
            exploration_day = ${gains.explorationDay}, exploration_points = ${gains.explorationPoints}
          WHERE id = ${playerId}`;

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
