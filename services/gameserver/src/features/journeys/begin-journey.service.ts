import type { PLAYER_ENDPOINTS } from '@sw/contracts';
import type { WarpKind } from '@sw/rules';
import { AppError } from '@sw/service-kit';
import type { Deps } from '../../deps.ts';
import type { Command } from '../../http/command.ts';
import type { RawReply } from '../../http/raw-reply.ts';
import type { PlayerRow, ShipRow } from '../player/index.ts';
import { presentSectorSummary } from '../player/index.ts';
import type { AtlasSector } from '../universe/index.ts';
import { advanceSoon } from './advance-journey.service.ts';
import { findOpenJourney, insertJourney } from './journey.repository.ts';
import { journeyNews } from './journey-news.ts';

const NOTHING_NEW = {
  sector: false,
  isFirst: false,
  charted: 0,
  formations: [],
  nebula: false,
  credits: 0n,
  rankPoints: 0,
  promotedTo: null,
};

type Move = (typeof PLAYER_ENDPOINTS)['move'];

export interface JourneyStart {
  readonly player: PlayerRow;
  readonly ship: ShipRow;
  readonly here: AtlasSector;
  readonly target: AtlasSector;
  readonly warp: { readonly id: number; readonly kind: WarpKind };
  readonly turnsLeft: number;
  readonly maxToll: bigint | undefined;
  readonly maxCost: number | undefined;
  readonly nowMs: number;
}

/**
 * Begins a journey over a link to another server (rule book, platform 8.4): the move was found to be allowed, and
 * nothing of it happens yet. Refuses `in_transit` while another journey of the player is open.
 */
export const beginJourney = async (
  deps: Deps,
  command: Command<Move>,
  start: JourneyStart,
): Promise<RawReply> => {
  const { player, ship, here, target, nowMs } = start;
  const { sql } = command;
  const [open] = await command.load(findOpenJourney(sql, player.id));
  if (open.length > 0) throw new AppError('in_transit');
  if (ship.towShipId !== null) throw new AppError('ship_cannot_move', { why: 'towing' });
  const isHub = deps.config.regional === null;
  const [located] = isHub
    ? await command.load(
        sql<{ epoch: bigint }[]>`SELECT epoch FROM player_locations WHERE player_id = ${player.id}`,
      )
    : [[{ epoch: player.epoch }]];
  const journey = {
    id: deps.newId(),
    direction: 'out' as const,
    playerId: player.id,
    peerRegionId: target.region.id,
    fromRegion: here.region.name,
    toRegion: target.region.name,
    fromSectorId: here.id,
    toSectorId: target.id,
    epoch: located[0]?.epoch ?? 0n,
    state: 'requested' as const,
    toll: null,
    maxToll: start.maxToll ?? null,
    maxCost: start.maxCost ?? null,
    reservedUntilMs: null,
    nowMs,
  };
  const answer = await command.save({
    status: 202,
    writes: [insertJourney(sql, journey)],
    events: [journeyNews(journey, 'requested')],
    reply: {
      journeyId: journey.id,
      rev: Number(player.rev),
      sector: presentSectorSummary(here),
      warp: { id: start.warp.id, kind: start.warp.kind, from: here.id, to: target.id },
      turns: { spent: 0, left: start.turnsLeft },
      toll: 0n,
      hull: { before: ship.hull, after: ship.hull, shields: ship.shields },
      events: [],
      discovered: NOTHING_NEW,
      region: null,
    },
  });
  advanceSoon(deps, journey.id);
  return answer;
};
