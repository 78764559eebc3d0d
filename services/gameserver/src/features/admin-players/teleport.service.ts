import type { ADMIN_ENDPOINTS } from '@sw/contracts/admin';
import { exitsOf } from '@sw/rules';
import { AppError } from '@sw/service-kit';
import type { Deps } from '../../deps.ts';
import { runAdminCommand } from '../../http/admin-command.ts';
import type { RawReply } from '../../http/raw-reply.ts';
import type { RequestContext } from '../../http/request-context.ts';
import { event, membership, playerChannel, sectorChannel } from '../../realtime/outbox.ts';
import { findCharts, findKnownWarps, knowledgeOf, learnArrival, writeLearned } from '../knowledge/index.ts';
import {
  lockActiveShip,
  lockPlayer,
  presentLocation,
  presentSectorSummary,
  presentShip,
  raiseRevision,
  settledShipOf,
  settledTurnsOf,
  writeShipMove,
} from '../player/index.ts';
import { presentArrival } from '../presence/index.ts';
import { subjectOf } from './adjust.service.ts';

type Teleport = (typeof ADMIN_ENDPOINTS)['teleportPlayer'];

/** A fight is not escaped by asking an operator. */
const AFTER_COMBAT_MS = 600_000;

/** Brings the ship of a player to a sector, undocked and in space; nothing is earned by it. */
export const teleportPlayer = (deps: Deps, context: RequestContext<Teleport>): Promise<RawReply> =>
  runAdminCommand(deps, context, 'players.teleport', async ({ sql, load }) => {
    const { nowMs } = context;
    const { id } = context.params;
    const atlas = deps.atlas();
    const [rows, ships, charts, knownWarps] = await load(
      lockPlayer(sql, id),
      lockActiveShip(sql, id),
      findCharts(sql, id),
      findKnownWarps(sql, id),
    );
    const player = subjectOf(rows, context);
    const [ship] = ships;
    const target = atlas.sector(context.body.sectorId);
    const here = ship === undefined ? undefined : atlas.sector(ship.sectorId);
    if (target === undefined) throw new AppError('not_found');
    if (ship === undefined || here === undefined || player.holding !== 'here' || ship.towShipId !== null) {
      throw new AppError('invalid_state');
    }
    if (ship.lastCombatAt !== null && nowMs - ship.lastCombatAt.getTime() < AFTER_COMBAT_MS) {
      const until = new Date(ship.lastCombatAt.getTime() + AFTER_COMBAT_MS).toISOString();
      throw new AppError('recent_combat', { until });
    }
    if (target.id === here.id) throw new AppError('already_there');
    const { hiddenWarps } = knowledgeOf(atlas, charts, knownWarps);
    const learned = learnArrival(atlas, charts, target.id, exitsOf(atlas.graph, target.id, hiddenWarps));
    const live = settledShipOf(ship, here.type, nowMs);
    const rev = Number(player.rev) + 1;
    const own = playerChannel(player.id);
    const arrived = {
      ...ship,
      status: 'in_space' as const,
      stationId: null,
      dockedAt: null,
      sectorId: target.id,
      regionId: target.region.id,
    };
    const state = { hull: ship.hull, shields: live.shields, condition: live.condition, fault: ship.fault };
    return {
      resourceType: 'player',
      resourceId: player.id,
      severity: 'high',
      before: { sectorId: here.id, status: ship.status },
      after: { sectorId: target.id, status: 'in_space' },
      writes: [
        raiseRevision(sql, player.id),
        sql`UPDATE ships SET status = 'in_space', station_id = NULL, docked_at = NULL WHERE id = ${ship.id}`,
        writeShipMove(sql, ship.id, target.id, target.region.id, state),
        ...writeLearned(sql, player.id, target.id, learned, nowMs),
      ],
      events: [
        event(sectorChannel(here.id), 'presence.left', {
          playerId: player.id,
          shipId: ship.id,
          name: player.callsign ?? '',
          to: null,
        }),
        membership(player.id, { sectorId: target.id, regionName: target.region.name, rev }),
        event(
          sectorChannel(target.id),
          'presence.entered',
          presentArrival(player, ship, 'in_space', null, nowMs),
        ),
        event(own, 'player.state_changed', {
          rev,
          location: presentLocation(atlas, arrived, null),
          ship: presentShip(arrived, {
            hull: ship.hull,
            shields: live.shields.shields,
            conditionMilli: live.condition.conditionMilli,
            version: ship.version + 1,
          }),
        }),
        event(own, 'player.moved', {
          sector: presentSectorSummary(target),
          turns: settledTurnsOf(player, nowMs).state.turns,
          cause: 'admin',
        }),
      ],
      reply: { sectorId: target.id, sectorNumber: target.number, regionName: target.region.name, rev },
    };
  });
