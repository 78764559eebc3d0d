import type { PLAYER_ENDPOINTS, ReplyOf } from '@sw/contracts';
import type { OutboxEvent } from '../../realtime/outbox.ts';
import { event, playerChannel } from '../../realtime/outbox.ts';
import type { Discovered } from '../exploration/index.ts';
import type { Learned } from '../knowledge/index.ts';
import type { PlayerRow } from '../player/index.ts';
import { presentSectorSummary } from '../player/index.ts';
import type { AtlasSector } from '../universe/index.ts';

/** What an arrival found, as answers of moves and recalls carry it. */
export const presentDiscovered = (
  learned: Learned,
  discovered: Discovered,
): ReplyOf<(typeof PLAYER_ENDPOINTS)['move']>['discovered'] => ({
  sector: learned.isFirstVisit,
  isFirst: discovered.isFirst,
  charted: learned.newlyCharted.length,
  formations: [...discovered.formations],
  nebula: discovered.completesNebula,
  credits: discovered.credits,
  rankPoints: discovered.rankPoints,
  promotedTo: discovered.promotedTo,
});

/** What the player's tabs hear of it: a first visit, and a promotion. */
export const discoveryEvents = (
  playerId: string,
  sector: AtlasSector,
  learned: Learned,
  discovered: Discovered,
): OutboxEvent[] => [
  ...(learned.isFirstVisit
    ? [
        event(playerChannel(playerId), 'sector.discovered', {
          sector: presentSectorSummary(sector),
          isFirst: discovered.isFirst,
          formations: [...discovered.formations],
          nebula: discovered.completesNebula,
          credits: discovered.credits,
          rankPoints: discovered.rankPoints,
        }),
      ]
    : []),
  ...discovered.events,
];

/**
 * Whether everybody in a sector knows of another one: arriving charts what visible warps lead to. Whoever
 * leaves by a hidden tunnel, or comes by a way that does not lead back, must not give it away.
 */
export const isWayKnown = (sector: AtlasSector, other: AtlasSector): boolean =>
  sector.warps.some((warp) => warp.to === other.id && !warp.isHidden);

/** The player with the rank his arrival gave him. */
export const rankedPlayer = (player: PlayerRow, discovered: Discovered): PlayerRow => ({
  ...player,
  rankLevel: discovered.rankLevel,
  rankPoints: discovered.rankPointsAfter,
});
