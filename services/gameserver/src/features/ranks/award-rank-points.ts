import type { AnyStatement, Sql } from '@sw/db';
import type { RankChange, TrackValues } from '@sw/rules';
import { awardRank, RANKS } from '@sw/rules';
import type { OutboxEvent } from '../../realtime/outbox.ts';
import { event, playerChannel, sectorChannel } from '../../realtime/outbox.ts';
import type { PlayerRow } from '../player/index.ts';
import type { RankAward, TrackGains } from './ranks.repository.ts';
import { insertAwards, writeRank } from './ranks.repository.ts';

/** A player's rank after an award, with what keeps and tells it. */
export interface RankAwarded {
  readonly rank: RankChange;
  readonly points: number;
  readonly writes: readonly AnyStatement[];
  readonly events: readonly OutboxEvent[];
}

const DISCOVERY_WEIGHT = 5;

/** What a career has reached; the tracks of combat and building join with what counts them. */
const tracksOf = (player: PlayerRow, { exploration, trade }: TrackGains): TrackValues => ({
  trade: player.realisedProfit + (trade?.profit ?? 0n),
  combat: 0n,
  exploration: BigInt(
    player.sectorsVisited +
      (exploration?.sectorsVisited ?? 0) +
      DISCOVERY_WEIGHT * (player.sectorsDiscovered + (exploration?.sectorsDiscovered ?? 0)),
  ),
  building: 0n,
});

/**
 * The one way rank points are given (rule book, society 2): adds them, promotes as far as they carry, keeps an award
 * for each source and tells of a promotion. The player row must be locked; `sectorId` is where others hear of it.
 */
export const awardRankPoints = (
  sql: Sql,
  player: PlayerRow,
  awards: readonly RankAward[],
  context: { readonly nowMs: number; readonly sectorId: number; readonly gains?: TrackGains },
): RankAwarded => {
  const given = awards.filter(({ points }) => points > 0);
  const points = given.reduce((sum, award) => sum + award.points, 0);
  const gains = context.gains ?? {};
  const rank = awardRank({ ...player, tracks: tracksOf(player, gains) }, points);
  const promoted = {
    playerId: player.id,
    name: player.callsign ?? '',
    level: rank.rankLevel,
    rank: RANKS[rank.rankLevel]?.name ?? '',
  };
  return {
    rank,
    points,
    writes: [
      ...(points === 0 && !rank.isPromoted && context.gains === undefined
        ? []
        : [writeRank(sql, player.id, rank, gains)]),
      ...(given.length === 0 ? [] : [insertAwards(sql, player.id, given, context.nowMs)]),
    ],
    events: rank.isPromoted
      ? [
          event(playerChannel(player.id), 'rank.promoted', promoted),
          event(sectorChannel(context.sectorId), 'rank.promoted', promoted),
        ]
      : [],
  };
};
